package org.minsheng.indicators;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.ChangeOrdered;
import org.minsheng.programmes.ProgrammePublishing;
import org.minsheng.programmes.ProgrammeRemoving;
import org.minsheng.projects.ComponentsLeaving;

/** What publication, removal and change orders mean for promises. */
@ApplicationScoped
class Orders {
    private final Indicators indicators;
    private final Ledger ledger;

    Orders(Indicators indicators, Ledger ledger) {
        this.indicators = indicators;
        this.ledger = ledger;
    }

    void publishing(@Observes @Priority(2) ProgrammePublishing event) {
        List<String> empty = indicators.projectsWithout(event.programme().id());
        if (!empty.isEmpty()) throw Refusal.rule("project.without-indicators", String.join("、", empty));
        List<Indicator> all = indicators.all(event.programme().id());
        all.forEach(i -> i.touch(event.now()));
        ledger.record(event.actor(), "indicator.frozen", all, Reason.NONE);
    }

    void removing(@Observes @Priority(1) ProgrammeRemoving event) {
        List<Indicator> all = indicators.all(event.programme().id());
        all.forEach(i -> i.touch(event.now()));
        ledger.record(event.actor(), "indicator.deleted", all, Reason.NONE);
        all.forEach(indicators::delete);
    }

    void leaving(@Observes ComponentsLeaving event) {
        if (indicators.name(event.components()))
            throw Refusal.conflict("project.component-in-use").at("/components");
    }

    void ordered(@Observes ChangeOrdered event) {
        ChangeOrder order = event.order();
        if (order.kindOfSubject() != ChangeOrder.SubjectType.INDICATOR) return;
        Indicator indicator = indicators
                .known(order.subjectId())
                .filter(i -> i.project.programme().id().equals(order.programmeId()))
                .orElse(null);
        if (indicator == null) return;
        indicator.apply(order, event.now());
        ledger.record(event.actor(), "indicator.changed-by-order", indicator, order.why());
    }
}
