package org.minsheng.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record Page<T>(List<T> items, PageInfo page) {
    public static <T> Page<T> of(List<T> items, String next, int size, Long total) {
        return new Page<>(items, new PageInfo(next, size, total));
    }

    public <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PageInfo", description = "Where this page ends and the next begins.")
    public record PageInfo(
            @Schema(
                    description = "Cursor of the next page; absent on the last one.",
                    examples = "eyJ2IjpbM119",
                    maxLength = 2000)
            String next,

            @Schema(description = "Items in this page.", examples = "50", minimum = "0", maximum = "200")
            int size,

            @Schema(
                    description = "All items that match; only with count=true.",
                    examples = "1234",
                    minimum = "0",
                    maximum = "9007199254740991")
            Long total) {}
}
