package org.minsheng.programmes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.http.Language;

@Schema(description = "A year's list with its mandate.")
public record ProgrammeView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Issuing government.") UUID governmentId,

        @Schema(description = "Year.", examples = "2026", minimum = "1990", maximum = "2200")
        int year,

        @Schema(description = "Title.", examples = "2026年区政府十件民生实事项目", maxLength = 200)
        String title,

        @Schema(description = "What makes it binding.", nullable = true)
        Mandate mandate,

        @Schema(description = "State.") ProgrammeStatus status,

        @Schema(description = "State, as people read it.", examples = "已印发", maxLength = 50)
        String statusLabel,

        @Schema(description = "Frozen since.", nullable = true)
        Instant publishedAt,

        @Schema(description = "Closed since.", nullable = true)
        Instant closedAt,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    public static ProgrammeView of(Programme p, Actor actor) {
        return of(ProgrammeState.of(p), actor.language(), actions(p, actor));
    }

    static ProgrammeView of(ProgrammeState p, Language language, List<String> actions) {
        return new ProgrammeView(
                p.id(),
                p.governmentId(),
                p.year(),
                p.title(),
                p.mandate(),
                p.status(),
                p.status().in(language),
                p.publishedAt(),
                p.closedAt(),
                p.updatedAt(),
                actions);
    }

    private static List<String> actions(Programme p, Actor actor) {
        if (!actor.is(Role.SUPERVISOR)
                || !p.government.path().equals(actor.scope().government())) return List.of();
        return switch (p.status) {
            case DRAFT -> List.of("edit", "publish", "delete");
            case PUBLISHED -> List.of("change", "close");
            case CLOSED -> List.of();
        };
    }
}
