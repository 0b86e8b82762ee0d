package org.minsheng.progress;

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

@Schema(description = "What one unit reported on one promise for one period.")
public record ProgressEntryView(
        @Schema(description = "Id.") UUID id,
        @Schema(description = "Programme.") UUID programmeId,
        @Schema(description = "Project.") UUID projectId,
        @Schema(description = "Indicator.") UUID indicatorId,

        @Schema(description = "Code of the indicator.", examples = "2.4", maxLength = 20)
        String indicatorCode,

        @Schema(description = "Period.") UUID periodId,

        @Schema(description = "Code of the period.", examples = "2026-03", maxLength = 10)
        String period,

        @Schema(description = "Reporting unit.") UUID unitId,

        @Schema(description = "Its name when the entry was written.", examples = "区民政局", maxLength = 200)
        String unitName,

        @Schema(description = "Where it is in the workflow.")
        EntryStatus status,

        @Schema(description = "Where it is, as people read it.", examples = "待审核", maxLength = 50)
        String statusLabel,

        @Schema(description = "Amount or level in the base unit.", examples = "12", nullable = true)
        BigDecimal amount,

        @Schema(description = "Part of a ratio.", examples = "950", nullable = true)
        BigDecimal numerator,

        @Schema(description = "Whole of a ratio.", examples = "1000", nullable = true)
        BigDecimal denominator,

        @Schema(description = "Day a deliverable was done; null while it is not.", nullable = true)
        LocalDate doneOn,

        @Schema(description = "Progress of the period.", maxLength = 4000, nullable = true)
        String narrative,

        @Schema(description = "Next steps.", maxLength = 4000, nullable = true)
        String nextSteps,

        @Schema(description = "Difficulties.", maxLength = 4000, nullable = true)
        String difficulties,

        @Schema(description = "Reason of a fall or a correction.", nullable = true)
        ReasonCode reasonCode,

        @Schema(description = "That reason in words.", maxLength = 1000, nullable = true)
        String reason,

        @Schema(description = "The approved entry that this one corrects.", nullable = true)
        UUID supersedesId,

        @Schema(description = "When it was submitted.", nullable = true)
        Instant submittedAt,

        @Schema(description = "Whether that was after the period's due day.")
        boolean late,

        @Schema(description = "Warnings that the reporter confirmed.", maxItems = 10)
        List<String> warnings,

        @Schema(description = "When it was approved or returned.", nullable = true)
        Instant decidedAt,

        @Schema(description = "Why it was returned.", maxLength = 1000, nullable = true)
        String returnReason,

        @Schema(description = "Approved, but a correction is on its way or has taken its place.")
        boolean changedSinceApproval,

        @Schema(description = "Made up for the demonstration.")
        boolean demonstration,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {

    /** @param leads whether the caller's unit leads the promise, so that its reviewers decide */
    static ProgressEntryView of(ProgressEntry e, boolean correcting, boolean leads, Actor actor) {
        return of(
                e.id(),
                EntryState.of(e),
                e.indicator.code(),
                correcting,
                actor.language(),
                actions(e, correcting, leads, actor));
    }

    static ProgressEntryView of(
            UUID id, EntryState e, String code, boolean correcting, Language language, List<String> actions) {
        EntryText said = e.text();
        return new ProgressEntryView(
                id,
                e.programmeId(),
                e.projectId(),
                e.indicatorId(),
                code,
                e.periodId(),
                e.period(),
                e.unitId(),
                e.unitName(),
                e.status(),
                e.status().in(language),
                Decimals.plain(said.amount()),
                Decimals.plain(said.numerator()),
                Decimals.plain(said.denominator()),
                said.doneOn(),
                said.narrative(),
                said.nextSteps(),
                said.difficulties(),
                said.reasonCode(),
                said.reason(),
                e.supersedesId(),
                e.submittedAt(),
                e.late(),
                e.warnings() == null ? List.of() : List.of(e.warnings().split(",")),
                e.decidedAt(),
                e.returnReason(),
                e.status() == EntryStatus.SUPERSEDED || e.status() == EntryStatus.APPROVED && correcting,
                e.demonstration(),
                e.updatedAt(),
                actions);
    }

    private static List<String> actions(ProgressEntry e, boolean correcting, boolean leads, Actor actor) {
        List<String> actions = new ArrayList<>();
        boolean own = actor.is(Role.REPORTER) && actor.scope().mayWorkIn(e.unit.path());
        boolean decides = actor.is(Role.REVIEWER) && leads && !actor.account().equals(e.submittedBy);
        switch (e.status) {
            case DRAFT, RETURNED -> {
                if (own) actions.addAll(List.of("edit", "submit", "delete"));
            }
            case SUBMITTED -> {
                if (own) actions.add("withdraw");
                if (decides) actions.addAll(List.of("approve", "return"));
            }
            case APPROVED -> {
                if (own && !correcting) actions.add("correct");
            }
            case SUPERSEDED -> {}
        }
        return actions;
    }
}
