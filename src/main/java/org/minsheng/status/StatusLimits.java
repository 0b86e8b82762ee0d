package org.minsheng.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.programmes.Programme;

/** The limits of a programme that has its own; its first version is 1, so that 0 can stand for the usual ones. */
@Entity
class StatusLimits implements Subject {
    @Id
    @Column(columnDefinition = "binary(16)")
    UUID programmeId;

    @Version
    Integer version;

    BigDecimal ahead;
    BigDecimal behind;
    BigDecimal seriously;

    @jakarta.persistence.Transient
    String path;

    protected StatusLimits() {}

    StatusLimits(Programme programme) {
        programmeId = programme.id();
    }

    void set(Thresholds wanted, Programme programme) {
        ahead = wanted.ahead();
        behind = wanted.behind();
        seriously = wanted.seriously();
        path = programme.unitPath();
    }

    Thresholds thresholds() {
        return Thresholds.of(ahead, behind, seriously);
    }

    @Override
    public UUID id() {
        return programmeId;
    }

    @Override
    public int version() {
        return version == null ? 0 : version + 1;
    }

    @Override
    public String subjectType() {
        return "status-limits";
    }

    @Override
    public String unitPath() {
        return path;
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public UUID programmeId() {
        return programmeId;
    }

    @Override
    public Object ledgerState() {
        return thresholds();
    }
}
