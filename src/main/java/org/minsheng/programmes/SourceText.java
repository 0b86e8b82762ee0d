package org.minsheng.programmes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text addressed by code points, so that places agree with every language's way of counting. */
public record SourceText(String text) {
    @Schema(description = "A stretch of the annex that no indicator quotes.")
    public record Stretch(
            @Schema(description = "Where it is.") Span span,

            @Schema(description = "What it says.", examples = "持续提升乡村医疗服务水平", maxLength = 10000)
            String text) {}

    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** The stretch's text, or null where the document is shorter. */
    public String at(Span span) {
        if (span.start() < 0 || span.end() < span.start() || span.end() > length()) return null;
        int from = text.offsetByCodePoints(0, span.start());
        return text.substring(from, text.offsetByCodePoints(from, span.end() - span.start()));
    }

    public boolean says(Span span, String quote) {
        return quote.equals(at(span));
    }

    /** The stretches of {@code within} that no span covers; those without a letter or digit are left out. */
    public List<Stretch> uncovered(Span within, List<Span> spans) {
        List<Stretch> gaps = new ArrayList<>();
        int reached = within.start();
        for (Span span :
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            add(gaps, reached, Math.min(span.start(), within.end()));
            reached = Math.max(reached, span.end());
        }
        add(gaps, reached, within.end());
        return gaps;
    }

    private void add(List<Stretch> gaps, int start, int end) {
        if (start >= end) return;
        Span span = new Span(start, end);
        String said = at(span);
        if (said.codePoints().anyMatch(Character::isLetterOrDigit)) gaps.add(new Stretch(span, said));
    }
}
