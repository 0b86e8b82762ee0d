package org.minsheng.indicators;

import java.util.List;
import java.util.UUID;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

/** A promise with its new plan, curve or split, as the ledger keeps the change. */
record Replanned(Indicator indicator, String what, List<?> parts) implements Subject {
    private record State(Object indicator, String planned, List<?> parts) {}

    @Override
    public UUID id() {
        return indicator.id();
    }

    @Override
    public int version() {
        return indicator.version();
    }

    @Override
    public String subjectType() {
        return indicator.subjectType();
    }

    @Override
    public String unitPath() {
        return indicator.unitPath();
    }

    @Override
    public Audience audience() {
        return indicator.audience();
    }

    @Override
    public UUID programmeId() {
        return indicator.programmeId();
    }

    @Override
    public UUID projectId() {
        return indicator.projectId();
    }

    @Override
    public Object ledgerState() {
        return new State(indicator.ledgerState(), what, parts);
    }
}
