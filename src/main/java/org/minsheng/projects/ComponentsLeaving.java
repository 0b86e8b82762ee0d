package org.minsheng.projects;

import java.util.Set;
import java.util.UUID;

/** Fired before components leave a project: whoever still names one refuses. */
public record ComponentsLeaving(UUID project, Set<UUID> components) {}
