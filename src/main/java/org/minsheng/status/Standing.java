package org.minsheng.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Measured;

/** The current numbers of a promise: what its approved entries combine to, whatever the day. */
@Entity
class Standing {
    @Id
    @Column(columnDefinition = "binary(16)")
    UUID indicatorId;

    @Column(columnDefinition = "binary(16)")
    UUID programmeId;

    @Column(columnDefinition = "binary(16)")
    UUID projectId;

    @Version
    Integer version;

    BigDecimal amount;
    BigDecimal numerator;
    BigDecimal denominator;
    LocalDate doneOn;
    boolean reported;
    boolean demonstration;
    int entries;
    LocalDate lastPeriod;
    Instant lastApprovedAt;

    protected Standing() {}

    Standing(Indicator indicator) {
        indicatorId = indicator.id();
        projectId = indicator.project().id();
        programmeId = indicator.project().programme().id();
    }

    /** Whether anything is different now. */
    boolean take(Measured measured, History history) {
        boolean same = measured().equals(measured)
                && demonstration == history.demonstration()
                && entries == history.approved()
                && java.util.Objects.equals(lastPeriod, history.lastPeriod())
                && java.util.Objects.equals(lastApprovedAt, history.lastApprovedAt());
        amount = measured.amount();
        numerator = measured.numerator();
        denominator = measured.denominator();
        doneOn = measured.doneOn();
        reported = measured.reported();
        demonstration = history.demonstration();
        entries = history.approved();
        lastPeriod = history.lastPeriod();
        lastApprovedAt = history.lastApprovedAt();
        return !same;
    }

    Measured measured() {
        return new Measured(plain(amount), plain(numerator), plain(denominator), doneOn, reported);
    }

    private static BigDecimal plain(BigDecimal value) {
        return org.minsheng.http.Decimals.plain(value);
    }
}
