package org.minsheng.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this does lasts, also where the request is only to be rehearsed: else a wrong password would not count, and a refresh
 * token would open doors without being used up.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lasting {}
