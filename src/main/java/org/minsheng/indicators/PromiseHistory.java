package org.minsheng.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minsheng.programmes.Ordered;
import org.minsheng.projects.ProjectStatus;

/**
 * A promise as it stood on a day: the original, then every change order that was in force by then, in the order of the
 * days from which they hold. An order for a coming day changes nothing before it.
 */
public record PromiseHistory(Promise promise, String printed) {

    /** @param orders of the programme, by the day from which they hold */
    public static PromiseHistory on(Promise today, String printed, UUID project, List<Ordered> orders, LocalDate day) {
        BigDecimal target = today.target();
        String shown = printed;
        ProjectStatus own = ProjectStatus.ACTIVE;
        ProjectStatus whole = ProjectStatus.ACTIVE;
        boolean original = true;
        for (Ordered order : orders) {
            boolean inForce = !order.effectiveOn().isAfter(day);
            if (order.subject().equals(project) && inForce) whole = after(whole, order);
            if (!order.subject().equals(today.id())) continue;
            if (order.newValue() == null) {
                if (inForce) own = after(own, order);
                continue;
            }
            if (original) {
                target = order.oldValue();
                shown = order.oldPrinted();
                original = false;
            }
            if (inForce) {
                target = order.newValue();
                shown = order.newPrinted();
            }
        }
        return new PromiseHistory(today.with(target, whole == ProjectStatus.ACTIVE ? own : whole), shown);
    }

    private static ProjectStatus after(ProjectStatus before, Ordered order) {
        return switch (order.action()) {
            case PAUSE -> ProjectStatus.SUSPENDED;
            case RESUME -> ProjectStatus.ACTIVE;
            case DROP -> ProjectStatus.DROPPED;
            case CHANGE_TARGET -> before;
        };
    }
}
