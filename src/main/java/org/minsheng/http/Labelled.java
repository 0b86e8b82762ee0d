package org.minsheng.http;

/** An enumeration value that people read: one label in Chinese, one in English. */
public interface Labelled {
    String name();

    String zh();

    String en();

    default String in(Language language) {
        return language == Language.ZH ? zh() : en();
    }
}
