package org.minsheng.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The longest body of an operation in bytes, where {@link #USUAL} is too short. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {
    /** The longest real request of the usual kind is an import of some hundred rows. */
    long USUAL = 1 << 20;

    /** Who has no token yet brings names, passwords and tokens of other issuers. */
    long OF_STRANGERS = 16 << 10;

    long value();
}
