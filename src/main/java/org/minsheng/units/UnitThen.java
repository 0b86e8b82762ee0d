package org.minsheng.units;

import java.util.UUID;
import org.minsheng.ledger.past.Remembered;

/** A unit at an instant: where it stood and how it was called. */
public record UnitThen(String path, UnitRow row) {
    static UnitThen of(Remembered record) {
        return new UnitThen(record.unitPath(), UnitRow.of(record.state(UnitState.class)));
    }

    public UUID id() {
        return row.id();
    }

    public String name() {
        return row.name();
    }
}
