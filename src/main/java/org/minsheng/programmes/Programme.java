package org.minsheng.programmes;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.minsheng.db.Folding;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** One year's list of one issuing government. */
@Entity
public class Programme extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "government_id")
    Unit government;

    int year;
    String title;
    String folded;

    @Embedded
    Mandate mandate;

    @Enumerated(EnumType.STRING)
    ProgrammeStatus status;

    Instant publishedAt;
    Instant closedAt;

    protected Programme() {}

    public Programme(NewProgramme wanted, Unit government, byte[] createdFrom, Instant now) {
        super(wanted.id(), createdFrom, now);
        this.government = government;
        year = wanted.year();
        status = ProgrammeStatus.DRAFT;
        write(wanted.title(), wanted.mandate());
    }

    private void write(String wantedTitle, Mandate wantedMandate) {
        title = wantedTitle.strip();
        mandate = wantedMandate;
        folded = Folding.fold(title);
    }

    void revise(ProgrammeEdit edit, Instant now) {
        requireDraft();
        write(edit.title(), edit.mandate());
        touch(now);
    }

    void publish(Instant now) {
        requireDraft();
        status = ProgrammeStatus.PUBLISHED;
        publishedAt = now;
        touch(now);
    }

    void close(Instant now) {
        requirePublished();
        status = ProgrammeStatus.CLOSED;
        closedAt = now;
        touch(now);
    }

    public void requireDraft() {
        if (status != ProgrammeStatus.DRAFT) throw Refusal.conflict("programme.frozen", title);
    }

    public void requirePublished() {
        if (status != ProgrammeStatus.PUBLISHED) throw Refusal.conflict("programme.not-published", title);
    }

    public boolean isDraft() {
        return status == ProgrammeStatus.DRAFT;
    }

    public int year() {
        return year;
    }

    public Unit government() {
        return government;
    }

    @Override
    public String subjectType() {
        return "programme";
    }

    @Override
    public String unitPath() {
        return government.path();
    }

    @Override
    public Audience audience() {
        return isDraft() ? Audience.DRAFT : Audience.GOVERNMENT;
    }

    @Override
    public UUID programmeId() {
        return id;
    }

    @Override
    public Object ledgerState() {
        return ProgrammeState.of(this);
    }
}
