package org.minsheng.accounts.secrets;

import java.util.EnumSet;

/** The four classes of GB/T 22239; letters without case, as Chinese has, are signs. */
enum CharacterClass {
    LOWER,
    UPPER,
    DIGIT,
    SIGN;

    static int in(String password) {
        EnumSet<CharacterClass> found = EnumSet.noneOf(CharacterClass.class);
        password.codePoints().mapToObj(CharacterClass::of).forEach(found::add);
        return found.size();
    }

    private static CharacterClass of(int point) {
        if (Character.isLowerCase(point)) return LOWER;
        if (Character.isUpperCase(point)) return UPPER;
        return Character.isDigit(point) ? DIGIT : SIGN;
    }
}
