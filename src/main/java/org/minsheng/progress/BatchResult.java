package org.minsheng.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Problem;

@Schema(description = "What became of each entry of a batch, in its order.")
public record BatchResult(
        @Schema(description = "How many were moved.", examples = "2", minimum = "0", maximum = "500")
        int moved,

        @Schema(description = "How many were refused.", examples = "1", minimum = "0", maximum = "500")
        int refused,

        @Schema(description = "One for each entry.", maxItems = 500)
        List<Item> items) {

    @Schema(name = "BatchItemResult", description = "What became of one entry.")
    public record Item(
            @Schema(description = "Entry.") UUID id,

            @Schema(description = "Status the single request would have had.", minimum = "200", maximum = "599")
            int status,

            @Schema(description = "The entry after the move; null when it was refused.", nullable = true)
            ProgressEntryView entry,

            @Schema(description = "Why it was refused; null when it was moved.", nullable = true)
            Problem problem,

            @Schema(
                    description =
                            "After an approval with `Prefer: receipt`: in base64 a signed note that promises it its place in the ledger.",
                    maxLength = 4000)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String receipt) {}

    static BatchResult of(List<Item> items) {
        int moved = (int) items.stream().filter(i -> i.problem() == null).count();
        return new BatchResult(moved, items.size() - moved, items);
    }
}
