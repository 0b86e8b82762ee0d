package org.minsheng.exchange;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.minsheng.access.Actor;
import org.minsheng.exchange.ProgressImportReport.Outcome;
import org.minsheng.exchange.ProgressImportReport.Row;
import org.minsheng.http.Answers;
import org.minsheng.http.Problem;
import org.minsheng.http.Refusal;
import org.minsheng.http.Violations;
import org.minsheng.limits.Heavy;
import org.minsheng.progress.BulkDrafting;
import org.minsheng.progress.DraftRow;
import org.minsheng.progress.Drafted;

/** Takes a file of progress into drafts, some hundred rows at a time and all of them in one transaction. */
@ApplicationScoped
class ProgressImport {
    private static final int MOST_ROWS = 10_000;
    private static final int CHUNK = 500;
    /** As many as a problem tells. */
    private static final int MOST_ERRORS = 1000;

    private final BulkDrafting drafting;
    private final Validator validator;
    private final Answers answers;
    private final TransactionManager transactions;

    ProgressImport(BulkDrafting drafting, Validator validator, Answers answers, TransactionManager transactions) {
        this.drafting = drafting;
        this.validator = validator;
        this.answers = answers;
        this.transactions = transactions;
    }

    @Heavy
    @Transactional
    @TransactionConfiguration(timeout = 60)
    ProgressImportReport run(Path file, FileFormat format, ImportMode mode, boolean dryRun, Actor actor, Instant now)
            throws IOException, SystemException {
        Run run = new Run(dryRun, actor, now);
        format.rows(file, run::take);
        run.draft();
        run.results.sort(Comparator.comparingInt(Row::line));
        ProgressImportReport report = ProgressImportReport.of(dryRun, run.results);
        if (dryRun && transactions.getStatus() == Status.STATUS_ACTIVE) transactions.setRollbackOnly();
        if (!dryRun && !report.accepted() && mode == ImportMode.ALL_OR_NOTHING) throw refused(report);
        return report;
    }

    private static Refusal refused(ProgressImportReport report) {
        return Refusal.rules(report.rows().stream()
                .filter(row -> row.outcome() == Outcome.REFUSED)
                .flatMap(row -> row.errors().stream()
                        .map(e -> new Refusal.FieldError("/" + row.line() + e.pointer(), e.code(), e.detail())))
                .limit(MOST_ERRORS)
                .toList());
    }

    /** One file on its way. */
    private final class Run {
        private final boolean dryRun;
        private final Actor actor;
        private final Instant now;
        private final Set<BulkDrafting.Place> seen = new HashSet<>();
        private final List<DraftRow> chunk = new ArrayList<>(CHUNK);
        private final List<Row> results = new ArrayList<>();
        private int rows;

        Run(boolean dryRun, Actor actor, Instant now) {
            this.dryRun = dryRun;
            this.actor = actor;
            this.now = now;
        }

        void take(FileRow row) {
            if (++rows > MOST_ROWS) throw Refusal.of(413, "import.too-many-rows", MOST_ROWS);
            if (row.saysNothing()) {
                results.add(new Row(row.line(), Outcome.SKIPPED, null, null, null));
                return;
            }
            try {
                DraftRow draft = ProgressRow.read(row);
                Refusal wrong = Violations.refusal(validator.validate(draft.text()), actor.language());
                if (wrong != null) throw wrong;
                chunk.add(draft);
            } catch (Refusal refusal) {
                results.add(refused(row.line(), refusal));
            }
            if (chunk.size() == CHUNK) draft();
        }

        void draft() {
            if (chunk.isEmpty()) return;
            for (Drafted done : drafting.draft(chunk, seen, actor, now))
                results.add(done.refusal() == null ? written(done) : refused(done.line(), done.refusal()));
            chunk.clear();
        }

        private Row written(Drafted done) {
            Outcome outcome = Outcome.valueOf(done.kind().name());
            boolean exists = !dryRun || outcome == Outcome.UNCHANGED;
            return new Row(
                    done.line(), outcome, exists ? done.entry() : null, exists ? (Integer) done.version() : null, null);
        }

        private Row refused(int line, Refusal refusal) {
            Problem problem = answers.problem(refusal);
            boolean detailed = problem.errors() != null && !problem.errors().isEmpty();
            return new Row(
                    line,
                    Outcome.REFUSED,
                    null,
                    null,
                    detailed ? problem.errors() : List.of(new Problem.Detail("", problem.code(), problem.detail())));
        }
    }
}
