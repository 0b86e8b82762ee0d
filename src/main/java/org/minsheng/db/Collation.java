package org.minsheng.db;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/** Names as the database compares them ({@code utf8mb4_0900_ai_ci}): neither case nor accents tell two apart. */
public final class Collation {
    private static final Collator NAMES = names();

    private Collation() {}

    private static Collator names() {
        Collator collator = Collator.getInstance(ULocale.ROOT);
        collator.setStrength(Collator.PRIMARY);
        return collator.freeze();
    }

    public static int compare(String one, String other) {
        return NAMES.compare(one, other);
    }

    public static boolean same(String one, String other) {
        return one != null && other != null && compare(one, other) == 0;
    }
}
