package org.minsheng.progress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.db.Ids;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** A page costs the rows it shows, however deep it lies: counted by the database itself, whichever it is. */
@QuarkusTest
class KeysetPlanTest {
    private static final int PAGES = 15;
    private static final int LIMIT = 200;

    private static final String DOUBLE = """
            insert into progress_entry (id, version, created_at, updated_at, programme_id, project_id, indicator_id, period_id,
              period_start, unit_id, unit_name, status, amount, late, demonstration)
            select unhex(replace(uuid(), '-', '')), 1, created_at, updated_at, programme_id, project_id, indicator_id, period_id,
              period_start - interval floor(rand() * 5) month, unit_id, unit_name, 'SUPERSEDED', amount, late, demonstration
            from progress_entry where indicator_id = ?1""";

    @Inject
    EntityManager database;

    private Given given;
    private String programme;
    private String project;
    private String beds;

    @BeforeEach
    void a_history_of_four_thousand_entries() {
        // the optimizer reads all of a small table: this is one promise among others
        multiply(reported(Given.district()), 15);
        given = Given.district();
        beds = reported(given);
        multiply(beds, 12);
        database.createNativeQuery("analyze table progress_entry").getResultList();
    }

    /** They were never recorded: the ledger would rightly miss them. */
    @AfterEach
    void none_of_it() {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> database.createNativeQuery("""
                        delete p from progress_entry p left join ledger_event e
                          on e.subject_type = 'progress-entry' and e.subject_id = p.id where e.id is null""")
                .executeUpdate());
    }

    private String reported(Given district) {
        programme = district.programme(Given.YEAR);
        project = district.project(programme, 1);
        String promise = district.indicator(project, Given.beds(Given.YEAR));
        district.publish(programme);
        Reports.on(district, programme)
                .submitted(
                        district.person("reporter", district.bureau()), promise, Given.month(6), Map.of("amount", 5));
        return promise;
    }

    private void multiply(String indicator, int times) {
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            for (int doubled = 0; doubled < times; doubled++)
                database.createNativeQuery(DOUBLE)
                        .setParameter(1, Ids.bytes(UUID.fromString(indicator)))
                        .executeUpdate();
        });
    }

    @Test
    void the_last_page_reads_no_more_than_the_first() {
        List<String> expensive = new ArrayList<>();
        for (String filter : List.of(
                "indicator=" + beds, "project=" + project, "programme=" + programme, "unit=" + given.bureau())) {
            String next = null;
            long first = 0;
            for (int page = 0; page < PAGES; page++) {
                long before = rowsRead();
                next = next(filter, next);
                long read = rowsRead() - before;
                if (page == 0) first = read;
                // a page of 200 with its three joined rows, and some room for other connections' work
                if (read > first * 2 || read > 2500) expensive.add(filter + ", page " + page + ": " + read);
            }
        }
        assertTrue(expensive.isEmpty(), expensive::toString);
    }

    private String next(String filter, String cursor) {
        var request = As.person(given.supervisor()).queryParam("limit", LIMIT);
        if (cursor != null) request.queryParam("cursor", cursor);
        return request.get("/api/v1/progress-entries?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("page.next");
    }

    private long rowsRead() {
        long rows = 0;
        for (Object row : database.createNativeQuery("show global status like 'Handler_read%'")
                .getResultList()) rows += Long.parseLong((String) ((Object[]) row)[1]);
        return rows;
    }
}
