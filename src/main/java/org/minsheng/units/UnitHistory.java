package org.minsheng.units;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.http.Refusal;

/** How a unit was called during a time span. */
@Entity
class UnitHistory {
    @Embeddable
    record Key(@Column(columnDefinition = "binary(16)") UUID unitId, LocalDate validFrom) implements Serializable {}

    @EmbeddedId
    Key key;

    LocalDate validTo;
    String name;

    protected UnitHistory() {}

    UnitHistory(UUID unit, LocalDate from, String name) {
        key = new Key(unit, from);
        this.name = name;
    }

    void endBefore(LocalDate from) {
        if (from.isBefore(key.validFrom()))
            throw Refusal.rule("unit.before-its-time", key.validFrom().toString())
                    .at("/validFrom");
        if (from.isAfter(key.validFrom())) validTo = from.minusDays(1);
    }
}
