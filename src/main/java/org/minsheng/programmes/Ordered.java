package org.minsheng.programmes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A change order as the rules replay it: what it did to which project or indicator, and from which day on. */
public record Ordered(
        UUID subject,
        ChangeOrder.Action action,
        BigDecimal oldValue,
        String oldPrinted,
        BigDecimal newValue,
        String newPrinted,
        LocalDate effectiveOn) {
    static final String HQL = """
            new org.minsheng.programmes.Ordered(o.subjectId, o.action, o.oldValue, o.oldPrinted, o.newValue, o.newPrinted,
              o.effectiveOn)""";
}
