package org.minsheng.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CreditCodeProperties {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    void exactly_one_check_character_fits(
            @ForAll
                    @StringLength(17)
                    @Chars({'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'G', 'H', 'M', 'W', 'X', 'Y'})
                    String body) {
        assertEquals(
                1,
                SYMBOLS.chars().filter(c -> CreditCode.isValid(body + (char) c)).count());
    }

    @Property
    void one_wrong_character_is_always_found(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int symbol) {
        StringBuilder code = new StringBuilder("91350100M000100Y43");
        char wrong = SYMBOLS.charAt(symbol);
        if (code.charAt(place) == wrong) return;
        code.setCharAt(place, wrong);
        assertFalse(CreditCode.isValid(code.toString()), code.toString());
    }

    @Example
    void the_standards_own_example_is_valid() {
        assertTrue(CreditCode.isValid("91350100M000100Y43"));
        assertFalse(CreditCode.isValid("91350100M000100Y4"));
        assertFalse(CreditCode.isValid("91350100M000100I43"));
    }
}
