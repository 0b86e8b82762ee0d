package org.minsheng.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.minsheng.progress.EntryStatus;
import org.minsheng.progress.Report;
import org.minsheng.progress.ReportRow;

/** What was reported on one promise: the approved reports, and how recent what is known is. */
record History(
        List<Report> reports, int approved, LocalDate lastPeriod, Instant lastApprovedAt, boolean demonstration) {

    static History of(List<ReportRow> rows) {
        List<ReportRow> live =
                rows.stream().filter(r -> r.status() == EntryStatus.APPROVED).toList();
        return new History(
                rows.stream().map(ReportRow::report).toList(),
                live.size(),
                live.stream()
                        .map(ReportRow::periodStart)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                live.stream()
                        .map(ReportRow::decidedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                rows.stream().anyMatch(ReportRow::demonstration));
    }
}
