package org.minsheng.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;

@Schema(description = "A reporting period of a programme.")
public record PeriodView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Programme.") UUID programmeId,

        @Schema(description = "Code: a month or a quarter.", examples = "2026-03", maxLength = 10)
        String code,

        @Schema(description = "First day.") LocalDate startsOn,
        @Schema(description = "Last day.") LocalDate endsOn,

        @Schema(description = "Day by which units report; later is late.")
        LocalDate dueOn,

        @Schema(description = "Whether it takes entries.") PeriodStatus status,

        @Schema(description = "When it was closed.", nullable = true)
        Instant closedAt,

        @Schema(description = "What the caller may do now.", maxItems = 5, required = true)
        List<String> actions) {
    static PeriodView of(Period p, Actor actor) {
        boolean mine =
                actor.is(Role.SUPERVISOR) && p.unitPath().equals(actor.scope().government());
        return of(PeriodState.of(p), !mine ? List.of() : List.of(p.isOpen() ? "close" : "reopen-for-unit"));
    }

    static PeriodView of(PeriodState p, List<String> actions) {
        return new PeriodView(
                p.id(),
                p.programmeId(),
                p.code(),
                p.startsOn(),
                p.endsOn(),
                p.dueOn(),
                p.status(),
                p.closedAt(),
                actions);
    }
}
