package org.minsheng.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Changes in the order of the log, and where to go on.")
record ChangePage(
        @Schema(description = "Changes, oldest first. May be empty while there is `more`.", maxItems = 200)
        List<ChangeView> items,

        @Schema(description = "Where the page ends.") Point page) {

    @Schema(name = "ChangePoint", description = "The point up to which the caller knows everything they may see.")
    record Point(
            @Schema(
                    description = "`after` of the next question. Always there, on an empty page too: keep it.",
                    examples = "kq0c1X3bqgT0l2Vb0r4m2jFZQ0pXbE1vWkN4c0ZtY2RrT2s",
                    maxLength = 200)
            String next,

            @Schema(description = "Changes in this page.", examples = "50", minimum = "0", maximum = "200")
            int size,

            @Schema(
                    description =
                            "True while the end of the log is not reached: ask again at once. False: up to date; ask again later, or listen.")
            boolean more) {}
}
