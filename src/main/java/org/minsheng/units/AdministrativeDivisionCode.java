package org.minsheng.units;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** GB/T 2260 division code of 6 digits, or its statistical extension of 9 or 12; null is valid. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[1-9]\\d{5}(\\d{3}){0,2}")
public @interface AdministrativeDivisionCode {
    String message() default "not a division code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
