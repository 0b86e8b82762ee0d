package org.minsheng.ledger.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Language;
import org.minsheng.ledger.Actions;
import org.minsheng.ledger.LedgerPlace;

@Schema(name = "LedgerEntry", description = "A recorded change and its place in the log.")
public record LedgerEntryView(
        @Schema(
                description = "Place in the log, from 0.",
                examples = "1041",
                minimum = "0",
                maximum = "9007199254740991")
        long index,

        @Schema(description = "Id of the event.") UUID eventId,

        @Schema(
                description = "Stream: kind and id of what changed.",
                examples = "project/0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                maxLength = 80)
        String stream,

        @Schema(
                description = "Number within the stream, from 1.",
                examples = "3",
                minimum = "1",
                maximum = "2147483647")
        int streamSeq,

        @Schema(description = "What was done.", examples = "progress.approved", maxLength = 80)
        String action,

        @Schema(description = "What was done, as people read it.", examples = "审核通过进展", maxLength = 100)
        String actionLabel,

        @Schema(description = "Kind of what changed.", examples = "progress-entry", maxLength = 40)
        String subjectType,

        @Schema(description = "Id of what changed.") UUID subjectId,

        @Schema(description = "Its version after the change.", examples = "4", minimum = "0", maximum = "2147483647")
        int subjectVersion,

        @Schema(description = "Programme it is part of.", nullable = true)
        UUID programmeId,

        @Schema(description = "Project it is part of.", nullable = true)
        UUID projectId,

        @Schema(description = "Account that acted; null for the system itself.", nullable = true)
        UUID actorId,

        @Schema(description = "Unit of that account then.", nullable = true)
        UUID actorUnit,

        @Schema(description = "Request that did it; also in the server's log.", maxLength = 64, nullable = true)
        String requestId,

        @Schema(description = "When it was recorded.") Instant recordedAt,
        @Schema(description = "When it got its place.") Instant sequencedAt,

        @Schema(description = "SHA-256 of the body when it was recorded, in hexadecimal.", maxLength = 64)
        String bodyHash,

        @Schema(description = "Leaf hash (RFC 6962), in hexadecimal.", maxLength = 64)
        String leafHash,

        @Schema(description = "Leaf hash of the stream's entry before.", maxLength = 64, nullable = true)
        String previousLeaf,

        @Schema(description = "True where the body was changed between recording and sequencing: an alarm.")
        boolean changedBeforeSequencing,

        @Schema(
                description = "The exact bytes of the leaf: canonical JSON. Only in the answer to one entry.",
                maxLength = 1000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String entry,

        @Schema(
                description =
                        "The exact bytes of the body: canonical JSON (RFC 8785), decimals as strings, personal values as digests. Only in the answer to one entry.",
                maxLength = 10_000_000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String body) {

    static LedgerEntryView row(LedgerPlace p, Language language) {
        return of(p, language, null, null);
    }

    static LedgerEntryView whole(LedgerPlace p, Language language) {
        return of(p, language, new String(Log.entry(p).bytes(), StandardCharsets.UTF_8), p.event.body);
    }

    private static LedgerEntryView of(LedgerPlace p, Language language, String entry, String body) {
        return new LedgerEntryView(
                p.index,
                p.event.eventId,
                p.event.stream,
                p.seq,
                p.event.action,
                Actions.label(p.event.action, language),
                p.event.subjectType,
                p.event.subjectId,
                p.event.subjectVersion,
                p.event.programmeId,
                p.event.projectId,
                p.event.actorId,
                p.event.actorUnit,
                p.event.requestId,
                p.event.occurredAt,
                p.sequencedAt,
                hex(p.event.bodyHash),
                hex(p.leafHash),
                p.previousLeaf == null ? null : hex(p.previousLeaf),
                p.found != null,
                entry,
                body);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
