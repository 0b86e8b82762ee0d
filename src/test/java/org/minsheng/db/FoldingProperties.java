package org.minsheng.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldingProperties {
    @Property
    void folding_twice_is_folding_once(@ForAll String text) {
        assertEquals(Folding.fold(text), Folding.fold(Folding.fold(text)));
    }

    @Property
    void a_wanted_text_is_found_in_whatever_contains_it(@ForAll String before, @ForAll String wanted) {
        // a pattern that LIKE would take for its own stays text
        String pattern = Folding.like(wanted);
        String inner = pattern.substring(1, pattern.length() - 1);
        assertEquals(Folding.fold(wanted), inner.replaceAll("!(.)", "$1"));
        assertTrue(!inner.replaceAll("!.", "").matches(".*[%_].*"));
    }

    @Example
    void variants_width_and_spaces_are_one() {
        assertEquals(Folding.fold("兖州区学校 ＡＢＣ１２３"), Folding.fold("兗州區學校abc 123"));
        assertEquals("≥95%", Folding.fold("$\\geq 95\\%$"));
    }
}
