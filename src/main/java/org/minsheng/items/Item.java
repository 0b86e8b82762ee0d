package org.minsheng.items;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.db.Folding;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** One counted thing behind a figure: a clinic, an estate, a bus line. */
@Entity
public class Item extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "indicator_id")
    Indicator indicator;

    @Column(columnDefinition = "binary(16)")
    UUID projectId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    Unit unit;

    String unitName;
    String name;
    String place;
    BigDecimal longitude;
    BigDecimal latitude;

    @Enumerated(EnumType.STRING)
    Datum datum;

    BigDecimal measure;
    LocalDate finishedOn;

    @Enumerated(EnumType.STRING)
    ItemStatus status = ItemStatus.REGISTERED;

    @Column(columnDefinition = "binary(32)")
    byte[] identity;

    @Column(columnDefinition = "binary(16)")
    UUID registeredBy;

    @Column(columnDefinition = "binary(16)")
    UUID decidedBy;

    Instant decidedAt;
    String reason;

    protected Item() {}

    Item(NewItem wanted, Indicator indicator, Unit unit, UUID by, LocalDate today, byte[] from, Instant now) {
        super(wanted.id(), from, now);
        this.indicator = indicator;
        this.unit = unit;
        projectId = indicator.project().id();
        unitName = unit.name();
        registeredBy = by;
        write(wanted.text(), today);
    }

    void revise(ItemText text, LocalDate today, Instant now) {
        requireUndecided();
        status = ItemStatus.REGISTERED;
        reason = null;
        write(text, today);
        touch(now);
    }

    private void write(ItemText text, LocalDate today) {
        boolean none = text.longitude() == null && text.latitude() == null && text.datum() == null;
        boolean all = text.longitude() != null && text.latitude() != null && text.datum() != null;
        if (!none && !all) throw Refusal.rule("item.coordinates-incomplete").at("/longitude");
        if (text.finishedOn() != null) requireInWindow(text.finishedOn(), today);
        name = text.name().strip();
        place = text.place();
        longitude = text.longitude();
        latitude = text.latitude();
        datum = text.datum();
        measure = text.measure();
        finishedOn = text.finishedOn();
        identity = identity();
    }

    /** What was finished before the window opened belongs to an earlier year. */
    private void requireInWindow(LocalDate day, LocalDate today) {
        var promise = indicator.promise();
        if (day.isBefore(promise.from()))
            throw Refusal.rule("item.finished-before-window", promise.from().toString())
                    .at("/finishedOn");
        if (day.isAfter(today) || day.isAfter(promise.due()))
            throw Refusal.rule("item.finished-after-window").at("/finishedOn");
    }

    void accept(UUID by, Instant now) {
        if (finishedOn == null) throw Refusal.conflict("item.not-finished");
        if (indicator.keptBy() == org.minsheng.indicators.KeptBy.MEASURE && measure == null)
            throw Refusal.conflict("item.not-measured");
        decide(by, ItemStatus.ACCEPTED, null, now);
    }

    void reject(UUID by, String why, Instant now) {
        decide(by, ItemStatus.REJECTED, why, now);
        identity = null;
    }

    private void decide(UUID by, ItemStatus to, String why, Instant now) {
        if (status != ItemStatus.REGISTERED) throw Refusal.conflict("item.decided-already");
        if (by != null && by.equals(registeredBy)) throw Refusal.conflict("item.own-registration");
        status = to;
        decidedBy = by;
        decidedAt = now;
        reason = why;
        touch(now);
    }

    public void requireUndecided() {
        if (status == ItemStatus.ACCEPTED) throw Refusal.conflict("item.accepted");
    }

    /** The thing itself, whichever promise or year wants to count it. */
    private byte[] identity() {
        String thing = indicator.project().programme().government().id() + "|" + indicator.unitOfMeasureCode() + "|"
                + Folding.fold(name) + "|" + (place == null ? "" : Folding.fold(place));
        try {
            return MessageDigest.getInstance("SHA-256").digest(thing.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ItemText text() {
        return new ItemText(name, place, longitude, latitude, datum, measure, finishedOn);
    }

    public Unit unit() {
        return unit;
    }

    @Override
    public String subjectType() {
        return "item";
    }

    @Override
    public String unitPath() {
        return unit.path();
    }

    @Override
    public Audience audience() {
        return status == ItemStatus.ACCEPTED ? Audience.GOVERNMENT : Audience.WORK;
    }

    @Override
    public UUID programmeId() {
        return indicator.programmeId();
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return ItemState.of(this);
    }
}
