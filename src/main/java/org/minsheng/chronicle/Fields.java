package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.minsheng.indicators.Commitment;
import org.minsheng.indicators.Comparison;
import org.minsheng.indicators.KeptBy;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.items.ItemStatus;
import org.minsheng.programmes.ProgrammeStatus;
import org.minsheng.progress.EntryStatus;
import org.minsheng.progress.PeriodStatus;
import org.minsheng.progress.ReasonCode;
import org.minsheng.projects.ProjectStatus;
import org.minsheng.status.Light;

/** What people know each kind of state by, in the order they read it; all else is not shown. */
final class Fields {
    static final Map<String, List<Field>> OF = Map.ofEntries(
            Map.entry(
                    "programme",
                    List.of(
                            Field.of("title", "/title", Form.TEXT),
                            Field.of("year", "/year", Form.TEXT),
                            Field.of("documentNumber", "/mandate/documentNumber", Form.TEXT),
                            Field.of("noticeTitle", "/mandate/noticeTitle", Form.TEXT),
                            Field.of("issuer", "/mandate/issuer", Form.TEXT),
                            Field.of("adoptedBy", "/mandate/adoptedBy", Form.TEXT),
                            Field.of("adoptedHow", "/mandate/adoptedHow", Form.TEXT),
                            Field.of("adoptedOn", "/mandate/adoptedOn", Form.DAY),
                            Field.of("issuedOn", "/mandate/issuedOn", Form.DAY),
                            Field.of("publication", "/mandate/publication", Form.TEXT),
                            Field.of("status", "/status", Form.label(ProgrammeStatus.class)))),
            Map.entry("source-document", List.of()),
            Map.entry(
                    "project",
                    List.of(
                            Field.of("ordinal", "/project/ordinal", Form.TEXT),
                            Field.of("name", "/project/name", Form.TEXT),
                            Field.of("content", "/project/content", Form.TEXT),
                            new Field("leadUnits", inRole("LEAD"), Form.NAMES),
                            new Field("coUnits", inRole("CO"), Form.NAMES),
                            Field.of("components", "/components", Form.COMPONENTS),
                            Field.of("groupMembers", "/groupMembers", Form.NAMES),
                            Field.of("contactPerson", "/contactPerson", Form.PERSONAL),
                            Field.of("leaderInCharge", "/leaderInCharge", Form.PERSONAL),
                            Field.of("status", "/project/status", Form.label(ProjectStatus.class)))),
            Map.entry(
                    "indicator",
                    List.of(
                            Field.of("code", "/code", Form.TEXT),
                            Field.of("name", "/name", Form.TEXT),
                            Field.of("quote", "/quote", Form.TEXT),
                            Field.of("measureKind", "/measureKind", Form.label(MeasureKind.class)),
                            Field.of("commitment", "/commitment", Form.label(Commitment.class)),
                            Field.of("comparison", "/comparison", Form.label(Comparison.class)),
                            new Field(
                                    "target", together("/targetValue", "/printedValue", "/printedUnit"), Form.PROMISED),
                            Field.of("baseline", "/baseline", Form.AMOUNT),
                            Field.of("windowStart", "/windowStart", Form.DAY),
                            Field.of("windowEnd", "/windowEnd", Form.DAY),
                            Field.of("headline", "/headline", Form.YES),
                            Field.of("weight", "/weight", Form.TEXT),
                            Field.of("additiveOverUnits", "/additiveOverUnits", Form.YES),
                            Field.of("reportingBasis", "/reportingBasis", Form.label(ReportingBasis.class)),
                            Field.of("minimumDenominator", "/minimumDenominator", Form.TEXT),
                            Field.of("keptBy", "/keptBy", Form.label(KeptBy.class)),
                            Field.of("status", "/status", Form.label(ProjectStatus.class)))),
            Map.entry("indicator-allocations", List.of(Field.of("parts", "/parts", Form.ALLOCATIONS))),
            Map.entry("indicator-trajectory", List.of(Field.of("parts", "/parts", Form.CURVE))),
            Map.entry(
                    "progress-entry",
                    List.of(
                            Field.of("status", "/status", Form.label(EntryStatus.class)),
                            Field.of("amount", "/text/amount", Form.AMOUNT),
                            new Field("ratio", together("/text/numerator", "/text/denominator"), Form.RATIO),
                            Field.of("doneOn", "/text/doneOn", Form.DAY),
                            Field.of("narrative", "/text/narrative", Form.TEXT),
                            Field.of("nextSteps", "/text/nextSteps", Form.TEXT),
                            Field.of("difficulties", "/text/difficulties", Form.TEXT),
                            Field.of("reasonCode", "/text/reasonCode", Form.label(ReasonCode.class)),
                            Field.of("reason", "/text/reason", Form.TEXT),
                            new Field("late", onlyTrue("/late"), Form.YES))),
            Map.entry(
                    "item",
                    List.of(
                            Field.of("name", "/text/name", Form.TEXT),
                            Field.of("place", "/text/place", Form.TEXT),
                            Field.of("measure", "/text/measure", Form.AMOUNT),
                            Field.of("finishedOn", "/text/finishedOn", Form.DAY),
                            new Field(
                                    "coordinates",
                                    together("/text/longitude", "/text/latitude", "/text/datum"),
                                    Form.each(Form.TEXT)),
                            Field.of("status", "/status", Form.label(ItemStatus.class)))),
            Map.entry("evidence", List.of(Field.of("fileName", "/fileName", Form.TEXT))),
            Map.entry(
                    "period",
                    List.of(
                            Field.of("startsOn", "/startsOn", Form.DAY),
                            Field.of("endsOn", "/endsOn", Form.DAY),
                            Field.of("dueOn", "/dueOn", Form.DAY),
                            Field.of("status", "/status", Form.label(PeriodStatus.class)))),
            Map.entry(
                    "period-extension",
                    List.of(Field.of("unit", "/unitId", Form.UNIT), Field.of("until", "/until", Form.DAY))),
            Map.entry(
                    "rating",
                    List.of(
                            Field.of("light", "/light", Form.label(Light.class)),
                            Field.of("expiresOn", "/expiresOn", Form.DAY))),
            Map.entry(
                    "status-limits",
                    List.of(
                            Field.of("ahead", "/ahead", Form.POINTS),
                            Field.of("behind", "/behind", Form.POINTS),
                            Field.of("seriously", "/seriously", Form.POINTS))),
            Map.entry(
                    "change-order",
                    List.of(
                            new Field("target", together("/value", "/printed"), Form.PROMISED),
                            Field.of("effectiveOn", "/effectiveOn", Form.DAY))));

    private Fields() {}

    private static UnaryOperator<JsonNode> inRole(String role) {
        return state -> {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            StreamSupport.stream(state.path("parts").spliterator(), false)
                    .filter(p -> role.equals(p.path("role").asText()))
                    .sorted(java.util.Comparator.comparingInt(
                            p -> p.path("position").asInt()))
                    .forEach(parts::add);
            return parts;
        };
    }

    /** Several values that are read as one; nothing without the first. */
    private static UnaryOperator<JsonNode> together(String... paths) {
        return state -> {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (String path : paths) values.add(state.at(path).isMissingNode() ? null : state.at(path));
            return values.path(0).isNull() ? MissingNode.getInstance() : values;
        };
    }

    private static UnaryOperator<JsonNode> onlyTrue(String path) {
        return state -> state.at(path).asBoolean() ? state.at(path) : MissingNode.getInstance();
    }
}
