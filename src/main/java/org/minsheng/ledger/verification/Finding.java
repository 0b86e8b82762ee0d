package org.minsheng.ledger.verification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LedgerFinding", description = "One thing that does not hold.")
public record Finding(
        @Schema(
                description = "Place in the log; null where it is about something else.",
                examples = "1041",
                minimum = "0",
                maximum = "9007199254740991",
                nullable = true)
        Long index,

        @Schema(description = "What does not hold.") Code code,

        @Schema(
                description = "Stream, table or checkpoint it is about.",
                examples = "project/0197f2d4-7c1e-7e0a-9a55-3a1f6d2b8c01",
                maxLength = 300)
        String subject) {
    @Schema(name = "LedgerFindingCode", description = "What does not hold.")
    public enum Code {
        /** A place is not there. */
        PLACE_MISSING,
        /** The row of the place is not what its leaf hash is of. */
        PLACE_CHANGED,
        /** The body is not what was recorded. */
        BODY_CHANGED,
        /** The body was changed before it got its place; an alarm was raised then. */
        BODY_CHANGED_BEFORE_SEQUENCING,
        /** The columns beside the body do not say what it says. */
        COLUMNS_CHANGED,
        /** The stream does not go on where it ended. */
        STREAM_BROKEN,
        /** A stored node of the tree is not the one that the leaves give. */
        NODE_CHANGED,
        /** A checkpoint's root or text is not that of the tree. */
        CHECKPOINT_WRONG,
        /** A checkpoint is not signed by the key of its time. */
        SIGNATURE_WRONG,
        /** A row of a table has a version that nobody recorded, or none though its end is not recorded. */
        VERSION_NOT_RECORDED
    }
}
