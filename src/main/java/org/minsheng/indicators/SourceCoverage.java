package org.minsheng.indicators;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.programmes.SourceText;
import org.minsheng.programmes.Span;

@Schema(description = "Which stretches of the annex no indicator quotes.")
public record SourceCoverage(
        @Schema(description = "Where the annex stands in the text.")
        Span annex,

        @Schema(
                description = "Code points of the annex that indicators quote.",
                examples = "800",
                minimum = "0",
                maximum = "1000000")
        int quoted,

        @Schema(description = "Stretches that no indicator quotes; pure punctuation left out.", maxItems = 10000)
        List<SourceText.Stretch> uncovered) {
    static SourceCoverage of(SourceText text, Span annex, List<Span> spans) {
        long quoted = java.util.stream.IntStream.range(annex.start(), annex.end())
                .filter(i -> spans.stream().anyMatch(s -> s.start() <= i && i < s.end()))
                .count();
        return new SourceCoverage(annex, (int) quoted, text.uncovered(annex, spans));
    }
}
