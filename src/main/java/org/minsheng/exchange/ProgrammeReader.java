package org.minsheng.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.minsheng.access.Actor;
import org.minsheng.indicators.Indicators;
import org.minsheng.ledger.Ledger;
import org.minsheng.programmes.Programmes;
import org.minsheng.projects.Projects;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;
import org.minsheng.units.UnitGroups;
import org.minsheng.units.Units;

/** Reads a notice's document into the register: every row is tried, so that all mistakes are told at once. */
@ApplicationScoped
public class ProgrammeReader {
    final Units units;
    final UnitGroups groups;
    final Programmes programmes;
    final Projects projects;
    final Indicators indicators;
    final Ledger ledger;

    ProgrammeReader(
            Units units,
            UnitGroups groups,
            Programmes programmes,
            Projects projects,
            Indicators indicators,
            Ledger ledger) {
        this.units = units;
        this.groups = groups;
        this.programmes = programmes;
        this.projects = projects;
        this.indicators = indicators;
        this.ledger = ledger;
    }

    /** Inside the caller's transaction; whoever calls rolls back when the reading was not accepted. */
    public Reading read(ProgrammeImport document, Unit government, Actor actor, Instant now) {
        Reading reading = new Reading(this, document, government, actor, now, Time.dayOf(now));
        reading.run();
        return reading;
    }
}
