package org.minsheng.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements of {@code security-evidence.csv} that a test proves, e.g. {@code "ASVS 6.2.1"} or {@code "GB/T 22239
 * 8.1.4.1 a"}. What is written here stands on the page for auditors.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Covers {
    String[] value();
}
