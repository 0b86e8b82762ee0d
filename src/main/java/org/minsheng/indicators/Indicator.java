package org.minsheng.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minsheng.db.Folding;
import org.minsheng.db.Versioned;
import org.minsheng.http.Language;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.SourceText;
import org.minsheng.programmes.Span;
import org.minsheng.projects.Project;
import org.minsheng.projects.ProjectStatus;

/** One checkable promise: the notice's words and what their number means. */
@Entity
public class Indicator extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "project_id")
    Project project;

    /** The project's id without a visit to the project. */
    @Column(name = "project_id", columnDefinition = "binary(16)", insertable = false, updatable = false)
    UUID projectId;

    @Column(columnDefinition = "binary(16)")
    UUID componentId;

    int ordinal;
    String code;
    String name;
    String folded;
    String quote;
    Integer spanStart;
    Integer spanEnd;

    @Enumerated(EnumType.STRING)
    MeasureKind kind;

    @Enumerated(EnumType.STRING)
    Commitment commitment;

    @Enumerated(EnumType.STRING)
    Comparison comparison;

    BigDecimal target;
    String printedValue;
    String printedUnit;

    @Enumerated(EnumType.STRING)
    KeptBy keptBy;

    BigDecimal originalTarget;
    String originalPrinted;
    String unitOfMeasure;
    LocalDate windowStart;
    LocalDate windowEnd;
    boolean headline;
    BigDecimal weight;
    boolean additiveOverUnits;

    @Enumerated(EnumType.STRING)
    ReportingBasis reportingBasis;

    BigDecimal minimumDenominator;
    BigDecimal baseline;

    @Enumerated(EnumType.STRING)
    ProjectStatus status = ProjectStatus.ACTIVE;

    protected Indicator() {}

    public Indicator(UUID wanted, Project project, PromiseText text, byte[] createdFrom, Instant now) {
        super(wanted, createdFrom, now);
        this.project = project;
        this.projectId = project.id();
        project.programme().requireDraft();
        write(text);
    }

    void revise(PromiseText text, Instant now) {
        project.programme().requireDraft();
        write(text);
        touch(now);
    }

    private void write(PromiseText text) {
        List<Refusal.FieldError> broken = PromiseRules.broken(text);
        if (!broken.isEmpty()) throw Refusal.rules(broken);
        if (text.componentId() != null && !project.has(text.componentId()))
            throw Refusal.rule("indicator.unknown-component").at("/componentId");
        ordinal = text.ordinal();
        code = text.code();
        componentId = text.componentId();
        name = text.name().strip();
        quote = text.quote();
        folded = Folding.fold(name + " " + quote);
        spanStart = text.span() == null ? null : text.span().start();
        spanEnd = text.span() == null ? null : text.span().end();
        kind = text.measureKind();
        commitment = text.commitment();
        comparison = text.comparison();
        target = text.targetValue();
        printedValue = text.printedValue();
        printedUnit = text.printedUnit();
        unitOfMeasure = text.unitOfMeasure();
        windowStart = text.windowStart();
        windowEnd = text.windowEnd();
        headline = text.headline();
        weight = text.weight();
        additiveOverUnits = text.additiveOverUnits();
        reportingBasis = text.reportingBasis();
        minimumDenominator = text.minimumDenominator();
        baseline = text.baseline();
    }

    /** Filled in after publication, because the notice gives none; the ledger keeps why. */
    void measuredFrom(BigDecimal level, Instant now) {
        if (kind != MeasureKind.STOCK)
            throw Refusal.rule("indicator.baseline-is-for-stocks").at("/baseline");
        if (target != null && target.compareTo(level) == 0)
            throw Refusal.rule("indicator.baseline-is-the-target").at("/baseline");
        baseline = level;
        touch(now);
    }

    /** The words must stand in the notice where the span says, once the notice is stored. */
    void requireQuoted(SourceText notice) {
        if (span() != null && !notice.says(span(), quote))
            throw Refusal.rule("import.quote-not-at-span").at("/quote");
    }

    PromiseText text() {
        return new PromiseText(
                ordinal,
                code,
                componentId,
                name,
                quote,
                span(),
                kind,
                commitment,
                comparison,
                target,
                printedValue,
                printedUnit,
                unitOfMeasure,
                windowStart,
                windowEnd,
                headline,
                weight,
                additiveOverUnits,
                reportingBasis,
                minimumDenominator,
                baseline);
    }

    /** The target first promised stays readable beside the one that holds. */
    void apply(ChangeOrder order, Instant now) {
        String printed = printed();
        order.applied(projectId, target, printed);
        switch (order.action()) {
            case PAUSE -> move(ProjectStatus.ACTIVE, ProjectStatus.SUSPENDED);
            case RESUME -> move(ProjectStatus.SUSPENDED, ProjectStatus.ACTIVE);
            case DROP -> move(status == ProjectStatus.SUSPENDED ? status : ProjectStatus.ACTIVE, ProjectStatus.DROPPED);
            case CHANGE_TARGET -> {
                if (target == null)
                    throw Refusal.rule("change-order.subject-has-no-target").at("/subjectId");
                if (originalTarget == null) originalPrinted = printed;
                if (originalTarget == null) originalTarget = target;
                target = order.newValue();
                PrintedAmount words = order.newPrinted() == null ? null : PrintedAmount.of(order.newPrinted());
                printedValue = words == null ? null : words.value();
                printedUnit = words == null ? null : words.unit();
            }
        }
        touch(now);
    }

    private void move(ProjectStatus expected, ProjectStatus next) {
        if (status != expected) throw Refusal.conflict("change-order.not-in-this-state", status.name());
        status = next;
    }

    public String name() {
        return name;
    }

    public String unitOfMeasureIn(Language language) {
        return UnitOfMeasure.of(unitOfMeasure).map(u -> u.in(language)).orElse(null);
    }

    public String printed() {
        return printedValue == null ? null : new PrintedAmount(printedValue, printedUnit).toString();
    }

    Span span() {
        return spanStart == null || spanEnd == null ? null : new Span(spanStart, spanEnd);
    }

    public MeasureKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public void requireNotDropped() {
        if (status == ProjectStatus.DROPPED || project.status() == ProjectStatus.DROPPED)
            throw Refusal.conflict("indicator.dropped", name);
    }

    public KeptBy keptBy() {
        return keptBy;
    }

    public String unitOfMeasureCode() {
        return unitOfMeasure;
    }

    /** Things are counted or measured for amounts; ratios and deliverables have none. */
    void keep(KeptBy wanted, Instant now) {
        if (wanted != null && kind != MeasureKind.INCREMENT && kind != MeasureKind.STOCK)
            throw Refusal.rule("indicator.not-kept-by-items").at("/keptBy");
        keptBy = wanted;
        touch(now);
    }

    /** Only amounts that add up over units can be split over them. */
    void requireAddsAmounts() {
        boolean amounts = kind == MeasureKind.INCREMENT || kind == MeasureKind.STOCK;
        if (!amounts || !additiveOverUnits) throw Refusal.rule("allocation.not-additive");
    }

    /** What the rules need to know; a paused or dropped project pauses or drops its promises. */
    public Promise promise() {
        return new Promise(
                id,
                kind,
                commitment,
                comparison,
                target,
                baseline,
                minimumDenominator,
                windowStart,
                windowEnd,
                reportingBasis,
                additiveOverUnits,
                headline,
                weight,
                project.status() == ProjectStatus.ACTIVE ? status : project.status());
    }

    public Project project() {
        return project;
    }

    @Override
    public String subjectType() {
        return "indicator";
    }

    @Override
    public String unitPath() {
        return project.unitPath();
    }

    @Override
    public Audience audience() {
        return project.audience();
    }

    @Override
    public UUID programmeId() {
        return project.programmeId();
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return IndicatorState.of(this);
    }
}
