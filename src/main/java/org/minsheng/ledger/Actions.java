package org.minsheng.ledger;

import org.minsheng.http.Language;
import org.minsheng.http.Texts;

/** What the recorded acts are called: one label a language, in {@code actions_*.properties}. */
public final class Actions {
    private static final Texts TEXTS = new Texts("actions");

    private Actions() {}

    /** An act without a label, recorded by another version of this program, keeps its name. */
    public static String label(String action, Language language) {
        return TEXTS.find(action, language).orElse(action);
    }
}
