package org.minsheng.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Entries to be moved in one go; each is judged alone.")
public record Batch(
        @Schema(description = "The entries.") @NotEmpty @Size(max = 500)
        List<@NotNull @Valid Move> items,

        @Schema(description = "When submitting: true confirms the warnings of all of them.", examples = "false")
        Boolean confirmWarnings) {

    @Schema(name = "BatchItem", description = "One entry, as the caller has seen it.")
    public record Move(
            @Schema(description = "Entry.") @NotNull UUID id,

            @Schema(
                    description = "Number of its ETag: 3 of \"v3\".",
                    examples = "0",
                    minimum = "0",
                    maximum = "999999999")
            @NotNull
            @PositiveOrZero
            @Max(999_999_999)
            Integer version) {}

    boolean confirmed() {
        return Boolean.TRUE.equals(confirmWarnings);
    }
}
