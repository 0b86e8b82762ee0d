package org.minsheng.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.db.Ids;
import org.minsheng.http.ProblemTexts;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.PromiseText;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.ledger.Reason;
import org.minsheng.ledger.Subject;
import org.minsheng.programmes.Mandate;
import org.minsheng.programmes.NewProgramme;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.SourceDocument;
import org.minsheng.programmes.SourceText;
import org.minsheng.programmes.Span;
import org.minsheng.projects.Component;
import org.minsheng.projects.Part;
import org.minsheng.projects.Project;
import org.minsheng.projects.ProjectText;
import org.minsheng.projects.UnitRole;
import org.minsheng.units.NewUnit;
import org.minsheng.units.Unit;
import org.minsheng.units.UnitGroup;

/** One reading of one document. */
public final class Reading {
    private final ProgrammeReader into;
    private final ProgrammeImport document;
    private final Unit government;
    private final Actor actor;
    private final Instant now;
    private final LocalDate today;
    private final List<ImportReport.Row> rows = new ArrayList<>();
    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, Unit> byName = new HashMap<>();
    private final Map<String, UnitGroup> groupsByName = new HashMap<>();
    private final Map<Integer, Project> projects = new LinkedHashMap<>();
    private final List<Subject> created = new ArrayList<>();
    private Programme programme;

    Reading(
            ProgrammeReader into,
            ProgrammeImport document,
            Unit government,
            Actor actor,
            Instant now,
            LocalDate today) {
        this.into = into;
        this.document = document;
        this.government = government;
        this.actor = actor;
        this.now = now;
        this.today = today;
    }

    public boolean accepted() {
        return rows.stream().noneMatch(r -> r.outcome() == ImportReport.Outcome.REFUSED);
    }

    public List<ImportReport.Row> rows() {
        return rows;
    }

    public Programme programme() {
        return programme;
    }

    void run() {
        into.units.ofGovernment(government.id()).forEach(this::known);
        into.groups.ofGovernment(government.id()).forEach(g -> groupsByName.put(g.name(), g));
        each("/units", document.units(), this::unit);
        each("/groups", document.groups(), this::group);
        row("/programme", this::programmeRow);
        if (programme == null) return;
        row("/source", this::source);
        each("/programme/projects", document.programme().projects(), this::project);
        Map<Integer, Integer> ordinals = new HashMap<>();
        each("/indicators", document.indicators(), in -> indicator(in, ordinals.merge(in.project(), 1, Integer::sum)));
        if (accepted()) into.ledger.record(actor, "programme.imported", created, Reason.NONE);
    }

    private void known(Unit unit) {
        byCode.put(unit.code(), unit);
        byName.put(unit.name(), unit);
    }

    private boolean unit(ProgrammeImport.UnitIn in) {
        if (byCode.containsKey(in.code())) return false;
        if (in.parent() == null) throw Refusal.rule("import.not-this-government", in.code());
        Unit parent = byCode.get(in.parent());
        if (parent == null) throw Refusal.rule("import.unknown-unit", in.parent());
        Unit unit = into.units.enter(
                new NewUnit(null, parent.id(), in.code(), in.type(), in.name(), null, null, in.source(), null),
                parent,
                document.programme().issuedOn() != null ? document.programme().issuedOn() : today,
                now);
        known(unit);
        created.add(unit);
        return true;
    }

    private boolean group(ProgrammeImport.GroupIn in) {
        if (groupsByName.containsKey(in.name())) return false;
        UnitGroup group = new UnitGroup(government, in.code(), in.name(), in.note(), now);
        for (String code : in.members()) {
            if (!byCode.containsKey(code)) throw Refusal.rule("import.unknown-unit", code);
            group.admit(byCode.get(code), in.validFrom());
        }
        into.groups.store(group);
        groupsByName.put(in.name(), group);
        created.add(group);
        return true;
    }

    private boolean programmeRow() {
        var in = document.programme();
        if (in.divisionCode() != null && !in.divisionCode().equals(government.code()))
            throw Refusal.rule("import.not-this-government", in.divisionCode());
        if (into.programmes.exists(government.id(), in.year()))
            throw Refusal.conflict("programme.year-taken", String.valueOf(in.year()));
        Mandate mandate = new Mandate(
                in.documentNumber(),
                in.noticeTitle(),
                in.issuer(),
                in.adoptedBy(),
                in.adoptedHow(),
                null,
                in.issuedOn(),
                in.publication());
        programme = new Programme(new NewProgramme(null, in.year(), in.title(), mandate), government, null, now);
        into.programmes.store(programme);
        created.add(programme);
        return true;
    }

    private boolean source() {
        if (document.source() == null) return false;
        SourceText text = new SourceText(document.source().text());
        Span annex = span(document.source().annex());
        if (annex == null) annex = new Span(0, text.length());
        if (text.at(annex) == null) throw Refusal.rule("import.annex-outside-text");
        SourceDocument source = new SourceDocument(programme, text.text(), annex.start(), annex.end(), now);
        into.programmes.store(source);
        created.add(source);
        return true;
    }

    private boolean project(ProgrammeImport.ProjectIn in) {
        List<Part> parts = new ArrayList<>();
        for (String name : in.leadUnits()) parts.add(part(UnitRole.LEAD, parts.size() + 1, name));
        int position = 0;
        for (String name : in.coUnits() == null ? List.<String>of() : in.coUnits())
            parts.add(part(UnitRole.CO, ++position, name));
        ProjectText text = new ProjectText(
                in.ordinal(),
                in.name(),
                in.nameAsPrinted(),
                in.content(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        Project project = new Project(null, programme, text, parts, null, now);
        project.printed(in.leadCell(), in.coCell());
        if (in.components() != null)
            project.divide(in.components().stream().map(this::component).toList());
        into.projects.store(project);
        projects.put(in.ordinal(), project);
        created.add(project);
        return true;
    }

    private Part part(UnitRole role, int position, String name) {
        Unit unit = byName.get(name);
        if (unit != null) return new Part(role, position, unit.id(), null, name);
        UnitGroup group = groupsByName.get(name);
        if (group == null || role == UnitRole.LEAD) throw Refusal.rule("import.unknown-unit", name);
        return new Part(role, position, null, group.id(), name);
    }

    private Component component(ProgrammeImport.ComponentIn in) {
        UUID lead = null;
        if (in.leadUnit() != null) {
            if (!byName.containsKey(in.leadUnit())) throw Refusal.rule("import.unknown-unit", in.leadUnit());
            lead = byName.get(in.leadUnit()).id();
        }
        String mark = in.code().substring(in.code().indexOf('-') + 1);
        return new Component(in.ordinal(), Ids.next(), mark, in.name(), lead, in.leadUnit(), in.leadIsInferred());
    }

    private boolean indicator(ProgrammeImport.IndicatorIn in, int ordinal) {
        Project project = projects.get(in.project());
        if (project == null) throw Refusal.rule("import.unknown-project", String.valueOf(in.project()));
        Span span = span(in.span());
        if (span != null
                && document.source() != null
                && !new SourceText(document.source().text()).says(span, in.quote()))
            throw Refusal.rule("import.quote-not-at-span");
        UUID component = in.component() == null ? null : project.componentId(in.component());
        if (in.component() != null && component == null) throw Refusal.rule("indicator.unknown-component");
        int year = document.programme().year();
        PromiseText text = new PromiseText(
                ordinal,
                in.code(),
                component,
                in.name(),
                in.quote(),
                span,
                in.measureKind(),
                in.commitment(),
                in.comparator(),
                in.targetValue() == null ? null : new BigDecimal(in.targetValue()),
                in.displayValue(),
                in.displayUnit(),
                in.unit(),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                in.headline(),
                BigDecimal.ONE,
                in.additiveOverUnits(),
                in.measureKind() == MeasureKind.INCREMENT ? ReportingBasis.PERIOD : ReportingBasis.TO_DATE,
                null,
                null);
        Indicator indicator = new Indicator(null, project, text, null, now);
        into.indicators.store(indicator);
        created.add(indicator);
        return true;
    }

    private static Span span(List<Integer> pair) {
        return pair == null ? null : new Span(pair.get(0), pair.get(1));
    }

    private <T> void each(String pointer, List<T> items, java.util.function.Predicate<T> read) {
        if (items == null) return;
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            row(pointer + "/" + i, () -> read.test(item));
        }
    }

    private void row(String pointer, java.util.function.BooleanSupplier read) {
        try {
            boolean made = read.getAsBoolean();
            rows.add(new ImportReport.Row(
                    pointer, made ? ImportReport.Outcome.CREATED : ImportReport.Outcome.UNCHANGED, null, null));
        } catch (Refusal refusal) {
            String code = refusal.errors().isEmpty()
                    ? refusal.code()
                    : refusal.errors().get(0).code();
            rows.add(new ImportReport.Row(
                    pointer,
                    ImportReport.Outcome.REFUSED,
                    code,
                    ProblemTexts.detail(code, actor.language(), refusal.arguments())));
        }
    }
}
