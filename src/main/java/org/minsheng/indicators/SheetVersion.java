package org.minsheng.indicators;

import java.time.Instant;
import java.util.Objects;

/** What a project with everything shown beside it was made of, read without reading it. */
public record SheetVersion(
        int project, int programme, Long indicators, Instant indicatorChanged, Long units, Instant unitChanged) {
    // sums notice what is gone, instants what came instead
    static final String HQL = """
            new org.minsheng.indicators.SheetVersion(p.version, g.version,
              (select sum(i.version + 1) from Indicator i where i.project = p),
              (select max(i.updatedAt) from Indicator i where i.project = p),
              (select sum(w.version + 1) from Project q join q.parts r join Unit w on w.id = r.unitId where q = p),
              (select max(w.updatedAt) from Project q join q.parts r join Unit w on w.id = r.unitId where q = p))""";

    public long beside() {
        return Integer.toUnsignedLong(Objects.hash(programme, indicators, indicatorChanged, units, unitChanged));
    }
}
