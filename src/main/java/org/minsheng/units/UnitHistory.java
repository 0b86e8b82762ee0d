package org.minsheng.units;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.http.Refusal;

/** How a unit was called and where it stood during a time span. */
@Entity
class UnitHistory {
    @Embeddable
    record Key(@Column(columnDefinition = "binary(16)") UUID unitId, LocalDate validFrom) implements Serializable {}

    @EmbeddedId
    Key key;

    LocalDate validTo;
    String name;

    @Column(columnDefinition = "binary(16)")
    UUID parentId;

    String path;

    protected UnitHistory() {}

    UnitHistory(Unit unit, LocalDate from) {
        key = new Key(unit.id(), from);
        tell(unit);
    }

    void tell(Unit unit) {
        name = unit.name;
        parentId = unit.parentId;
        path = unit.path;
    }

    void endBefore(LocalDate from) {
        if (from.isBefore(key.validFrom()))
            throw Refusal.rule("unit.before-its-time", key.validFrom().toString())
                    .at("/validFrom");
        if (from.isAfter(key.validFrom())) validTo = from.minusDays(1);
    }
}
