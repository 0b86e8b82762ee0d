package org.minsheng.ledger.privacy;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

@Schema(description = "What the ledger has forgotten.")
public record Erasure(
        @Schema(description = "Id of the erasure; its record in the ledger.")
        UUID id,

        @Schema(description = "Whose values.") ErasureRequest.Kind kind,
        @Schema(description = "That account or project.") UUID of,

        @Schema(description = "Values erased.", examples = "41", minimum = "0", maximum = "9007199254740991")
        long values)
        implements Subject {
    private record State(ErasureRequest.Kind kind, UUID of, long values) {}

    @Override
    public int version() {
        return 0;
    }

    @Override
    public String subjectType() {
        return "erasure";
    }

    @Override
    public String unitPath() {
        return "";
    }

    @Override
    public Audience audience() {
        return Audience.AUDIT;
    }

    @Override
    public Object ledgerState() {
        return new State(kind, of, values);
    }
}
