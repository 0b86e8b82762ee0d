package org.minsheng.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A unit as the ledger keeps it. */
record UnitState(
        UUID id,
        UUID parentId,
        UUID governmentId,
        String code,
        UnitType type,
        String name,
        String creditCode,
        String divisionCode,
        String source,
        LocalDate validFrom,
        LocalDate validTo,
        Instant updatedAt) {
    static UnitState of(Unit u) {
        return new UnitState(
                u.id(),
                u.parentId,
                u.governmentId,
                u.code,
                u.type,
                u.name,
                u.creditCode,
                u.divisionCode,
                u.source,
                u.validFrom,
                u.validTo,
                u.updatedAt());
    }
}
