package org.minsheng.items;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.http.Decimals;
import org.minsheng.http.Language;

@Schema(name = "Item", description = "One counted thing behind a figure.")
public record ItemView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Project.") UUID projectId,
        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "Code of the indicator.", examples = "2.4", maxLength = 20)
        String indicatorCode,

        @Schema(description = "Unit that did it.") UUID unitId,

        @Schema(description = "Its name when the item was registered.", examples = "鼓楼街道", maxLength = 200)
        String unitName,

        @Schema(description = "Name.", examples = "鼓楼街道中心村卫生室", maxLength = 200)
        String name,

        @Schema(description = "Where it is, in words.", maxLength = 300, nullable = true)
        String place,

        @Schema(description = "Longitude in degrees.", examples = "116.7838", nullable = true)
        BigDecimal longitude,

        @Schema(description = "Latitude in degrees.", examples = "35.5518", nullable = true)
        BigDecimal latitude,

        @Schema(description = "What the coordinates refer to.", nullable = true)
        Datum datum,

        @Schema(description = "Its part of the value in the base unit.", examples = "420", nullable = true)
        BigDecimal measure,

        @Schema(description = "Day it was finished.", nullable = true)
        LocalDate finishedOn,

        @Schema(description = "Whether it counts.") ItemStatus status,

        @Schema(description = "Whether it counts, as people read it.", examples = "已验收", maxLength = 50)
        String statusLabel,

        @Schema(description = "When it was accepted or rejected.", nullable = true)
        Instant decidedAt,

        @Schema(description = "Why it was rejected.", maxLength = 1000, nullable = true)
        String reason,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    static ItemView of(Item i, boolean leads, Actor actor) {
        return of(i.id(), ItemState.of(i), i.indicator.code(), actor.language(), actions(i, leads, actor));
    }

    static ItemView of(UUID id, ItemState i, String code, Language language, List<String> actions) {
        ItemText said = i.text();
        return new ItemView(
                id,
                i.projectId(),
                i.indicatorId(),
                code,
                i.unitId(),
                i.unitName(),
                said.name(),
                said.place(),
                Decimals.plain(said.longitude()),
                Decimals.plain(said.latitude()),
                said.datum(),
                Decimals.plain(said.measure()),
                said.finishedOn(),
                i.status(),
                i.status().in(language),
                i.decidedAt(),
                i.reason(),
                i.updatedAt(),
                actions);
    }

    private static List<String> actions(Item i, boolean leads, Actor actor) {
        List<String> actions = new ArrayList<>();
        boolean own = actor.is(Role.REPORTER) && actor.scope().mayWorkIn(i.unit.path());
        if (own && i.status != ItemStatus.ACCEPTED) actions.addAll(List.of("edit", "delete"));
        boolean decides = actor.is(Role.REVIEWER) && leads && !actor.account().equals(i.registeredBy);
        if (decides && i.status == ItemStatus.REGISTERED) actions.addAll(List.of("accept", "reject"));
        return actions;
    }
}
