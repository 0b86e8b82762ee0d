package org.minsheng.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** What a unit or a group does in a project, under the name it had when this was written. */
@Embeddable
public record Part(
        @Enumerated(EnumType.STRING) UnitRole role,
        int position,
        @Column(columnDefinition = "binary(16)") UUID unitId,
        @Column(columnDefinition = "binary(16)") UUID groupId,
        String name) {}
