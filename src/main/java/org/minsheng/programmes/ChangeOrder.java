package org.minsheng.programmes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.db.Versioned;
import org.minsheng.http.Labelled;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Reason;
import org.minsheng.ledger.Subject;

/** The only way to change a published promise: what, from which to which value, why, and who approved it. */
@Entity
public class ChangeOrder extends Versioned implements Subject {
    @Schema(description = "What a change order is about.")
    public enum SubjectType {
        PROJECT,
        INDICATOR
    }

    /** What a change order does. */
    @Schema(description = "What a change order does.")
    public enum Action implements Labelled {
        CHANGE_TARGET("调整目标", "Change target"),
        PAUSE("暂缓", "Pause"),
        RESUME("恢复", "Resume"),
        DROP("终止", "Drop");

        private final String zh;
        private final String en;

        Action(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme_id")
    Programme programme;

    @Enumerated(EnumType.STRING)
    SubjectType subjectType;

    @jakarta.persistence.Column(columnDefinition = "binary(16)")
    UUID subjectId;

    @Enumerated(EnumType.STRING)
    Action action;

    BigDecimal oldValue;
    String oldPrinted;
    BigDecimal newValue;
    String newPrinted;
    String reason;
    String approvedBy;
    String documentNumber;
    LocalDate effectiveOn;

    @jakarta.persistence.Transient
    private UUID projectId;

    protected ChangeOrder() {}

    ChangeOrder(NewChangeOrder wanted, Programme programme, byte[] createdFrom, Instant now) {
        super(wanted.id(), createdFrom, now);
        programme.requirePublished();
        this.programme = programme;
        subjectType = wanted.subjectType();
        subjectId = wanted.subjectId();
        action = wanted.action();
        newValue = wanted.newValue();
        newPrinted = wanted.newPrinted();
        reason = wanted.reason();
        approvedBy = wanted.approvedBy();
        documentNumber = wanted.documentNumber();
        effectiveOn = wanted.effectiveOn();
        if ((action == Action.CHANGE_TARGET) != (newValue != null))
            throw Refusal.rule("change-order.value-goes-with-target").at("/newValue");
        if (action == Action.CHANGE_TARGET && subjectType != SubjectType.INDICATOR)
            throw Refusal.rule("change-order.project-has-no-target").at("/subjectType");
    }

    /** The subject's owner notes what it was and that the order took effect. */
    public void applied(UUID project, BigDecimal before, String printedBefore) {
        projectId = project;
        oldValue = before;
        oldPrinted = printedBefore;
    }

    void requireApplied() {
        if (projectId == null)
            throw Refusal.rule("change-order.unknown-subject").at("/subjectId");
    }

    /** Why, on which document, approved by whom. */
    public Reason why() {
        return new Reason(reason, documentNumber, approvedBy);
    }

    public SubjectType kindOfSubject() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    @Override
    public UUID programmeId() {
        return programme.id();
    }

    public Action action() {
        return action;
    }

    public BigDecimal newValue() {
        return newValue;
    }

    public String newPrinted() {
        return newPrinted;
    }

    @Override
    public String subjectType() {
        return "change-order";
    }

    @Override
    public String unitPath() {
        return programme.unitPath();
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return ChangeOrderView.of(this);
    }
}
