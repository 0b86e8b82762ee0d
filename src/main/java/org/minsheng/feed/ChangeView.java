package org.minsheng.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.ledger.LedgerEvent;

@Schema(name = "Change", description = "Something was done to a thing: what, when, by which unit, and how it is since.")
public record ChangeView(
        @Schema(
                description = "The point just after this change: `after` of the next question.",
                examples = "kq0c1X3bqgT0l2Vb0r4m2jFZQ0pXbE1vWkN4c0ZtY2RrT2s",
                maxLength = 200)
        String cursor,

        @Schema(
                description =
                        "What was done: a noun, a dot and a participle. One that ends in `.deleted` is a tombstone. New ones may come; treat an unknown one as a change of the subject to `state`.",
                examples = "progress.approved",
                maxLength = 80)
        String action,

        @Schema(
                description =
                        "Kind of what changed: `account`, `change-order`, `erasure`, `evidence`, `indicator`, `item`, `period`, `period-extension`, `programme`, `progress-entry`, `project`, `rating`, `source-document`, `status-limits`, `unit`, `unit-group`, and `ledger-key` for the log itself. New ones may come.",
                examples = "progress-entry",
                maxLength = 40)
        String subjectType,

        @Schema(description = "Id of what changed; the same in all its changes.")
        UUID subjectId,

        @Schema(
                description =
                        "Version of the subject after the change, as in its ETag. It only grows, so of two changes of a subject the one with the larger version is the newer.",
                examples = "4",
                minimum = "0",
                maximum = "2147483647")
        int version,

        @Schema(description = "True on a tombstone: the subject is gone, forget what you keep of it.")
        boolean deleted,

        @Schema(description = "Programme that the subject is part of.", nullable = true)
        UUID programmeId,

        @Schema(description = "Project that the subject is part of.", nullable = true)
        UUID projectId,

        @Schema(
                description =
                        "When it was recorded. Changes come in the order of the log, which may differ from the order of these instants where several people act at once.")
        Instant at,

        @Schema(description = "Unit of the account that acted; null for the system itself.", nullable = true)
        UUID actorUnit,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                additionalProperties = Schema.True.class,
                description = """
                        The subject after the change, exactly as the ledger keeps it; null on a tombstone. Decimals are strings \
                        (`"12.5"`), dates and instants as everywhere, values of persons a salted digest (`{"sha256": "…"}`), \
                        and what is empty is left out. Fields may be added; ignore unknown ones. By `subjectType`:

                        - `unit`, `programme`, `indicator`, `period`, `change-order`, `status-limits`: the fields of the \
                        resource; of an indicator whose plan changed, `indicator`, `planned` and `parts`.
                        - `project`: the fields of the resource under `project`; `parts`, `components`, `groupMembers`, \
                        `contactPerson`, `leaderInCharge`.
                        - `progress-entry`: `status`, `indicatorId`, `periodId`, `period`, `unitId`, …; what was reported \
                        under `text` as it was sent.
                        - `item`: `status`, `indicatorId`, `unitId`, …; what was registered under `text`.
                        - `evidence`: of which `subjectType` and `subjectId`, `sha256`, `size`, `mediaType`, `fileName`.
                        - `period-extension`: `periodId`, `unitId`, `until`, `reason`.
                        - `rating`: `light`, `reason`, `expiresOn`, `author`, `authorName`.
                        - `source-document`: `programmeId`, `sha256`, `annexStart`, `annexEnd`.
                        - `unit-group`: `governmentId`, `code`, `name`, `note`, `members`.
                        - `erasure`: `kind`, `of`, `values`.
                        - `account`: `username`, `displayName`, `unitId`, `status`, `roles`.
                        - `client`: `name`, `unitId`, `status`, `scopes`.""",
                examples = "{\"status\": \"APPROVED\", \"period\": \"2026-03\", \"text\": {\"amount\": \"12.5\"}}",
                nullable = true)
        JsonNode state,

        @Schema(
                description =
                        "Where the subject is read with labels and actions, or the list that it is part of; null on a tombstone and for what has no address.",
                examples = "/api/v1/progress-entries/0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                maxLength = 200,
                nullable = true)
        String href) {

    static ChangeView of(LedgerEvent e, String cursor, JsonNode state) {
        boolean deleted = LedgerEvent.isEnd(e.action);
        return new ChangeView(
                cursor,
                e.action,
                e.subjectType,
                e.subjectId,
                e.subjectVersion,
                deleted,
                e.programmeId,
                e.projectId,
                e.occurredAt,
                e.actorUnit,
                deleted ? null : state,
                deleted ? null : Addresses.of(e.subjectType, e.subjectId, e.programmeId));
    }
}
