package org.minsheng.http;

import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** The texts of one bundle in both languages; what a language lacks it does not take from the other. */
public record Texts(String bundle) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Optional<String> find(String key, Language language) {
        ResourceBundle texts = in(language);
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    public Set<String> keys(Language language) {
        return in(language).keySet();
    }

    private ResourceBundle in(Language language) {
        return ResourceBundle.getBundle(
                bundle, language.locale(), Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
    }
}
