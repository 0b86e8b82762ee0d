package org.minsheng.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceTextProperties {
    private static final SourceText TEXT = new SourceText("一、𠮷野家新建10家；二、改造20处；三、発放30张。");

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, TEXT.length()),
                        Arbitraries.integers().between(0, TEXT.length()))
                .as((a, b) -> new Span(Math.min(a, b), Math.max(a, b)));
    }

    @Property
    void quoted_and_uncovered_stretches_together_are_the_whole(@ForAll List<@net.jqwik.api.From("spans") Span> spans) {
        Span all = new Span(0, TEXT.length());
        boolean[] seen = new boolean[TEXT.length()];
        for (Span span : spans) for (int i = span.start(); i < span.end(); i++) seen[i] = true;
        for (SourceText.Stretch gap : TEXT.uncovered(all, spans)) {
            assertEquals(gap.text(), TEXT.at(gap.span()));
            for (int i = gap.span().start(); i < gap.span().end(); i++) {
                assertTrue(!seen[i], "quoted and uncovered at " + i);
                seen[i] = true;
            }
        }
        for (int i = 0; i < seen.length; i++)
            assertTrue(
                    seen[i]
                            || !Character.isLetterOrDigit(
                                    TEXT.at(new Span(i, i + 1)).codePointAt(0)),
                    "lost at " + i);
    }

    @Example
    void places_count_code_points_not_java_characters() {
        assertEquals("𠮷野家", TEXT.at(new Span(2, 5)));
        assertTrue(TEXT.says(new Span(7, 10), "10家"));
        assertNull(TEXT.at(new Span(0, TEXT.length() + 1)));
    }
}
