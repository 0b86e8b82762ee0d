package org.minsheng.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A marked part (①, ②) of a project with its own lead; inferred where the notice does not say who leads it. */
@Embeddable
public record Component(
        int position,
        @Column(columnDefinition = "binary(16)") UUID id,
        String mark,
        String name,
        @Column(columnDefinition = "binary(16)") UUID leadUnitId,
        String leadName,
        boolean leadInferred) {}
