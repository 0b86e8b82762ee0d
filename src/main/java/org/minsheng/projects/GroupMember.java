package org.minsheng.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A unit that a group stood for when the programme was published. */
@Embeddable
public record GroupMember(
        @Column(columnDefinition = "binary(16)") UUID groupId,
        int position,
        @Column(columnDefinition = "binary(16)") UUID unitId,
        String name) {}
