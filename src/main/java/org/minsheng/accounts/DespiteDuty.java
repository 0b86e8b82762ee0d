package org.minsheng.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Works also for who has to change a password or to set up a second factor first. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface DespiteDuty {}
