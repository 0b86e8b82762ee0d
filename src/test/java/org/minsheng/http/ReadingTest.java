package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class ReadingTest {
    @Inject
    EntityManager database;

    @Test
    @Covers("ASVS 3.5.3")
    void reading_whatever_there_is_changes_nothing() {
        Given given = Given.district();
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("units", given.bureau());
        ids.put("programmes", given.programme(Given.YEAR));
        ids.put("projects", given.project(ids.get("programmes"), 1));
        ids.put("indicators", given.indicator(ids.get("projects"), Given.beds(Given.YEAR)));
        given.publish(ids.get("programmes"));
        Reports reports = Reports.on(given, ids.get("programmes"));
        ids.put("periods", reports.periods().get(Given.month(3)));
        String reporter = given.person("reporter", given.bureau());
        ids.put(
                "progress-entries",
                reports.submitted(reporter, ids.get("indicators"), Given.month(3), Map.of("amount", 5)));
        As.person("auditor").get("/api/v1/me").then().statusCode(200);

        List<?> before = checksums();
        int read = 0;
        for (Contract.Operation operation : Contract.operations()) {
            if (operation.id().equals("exportLedger")) continue;
            String kind = operation.path().split("/")[operation.path().startsWith("/api/") ? 3 : 1];
            String path = operation.path().replaceAll("\\{[^}]+}", ids.getOrDefault(kind, "0"));
            for (String method : List.of("GET", "HEAD", "OPTIONS"))
                for (String person : List.of(given.supervisor(), "auditor"))
                    if (As.person(person).request(method, path).statusCode() == 200) read++;
        }
        assertEquals(before, checksums());
        assertTrue(read > 100, read + " answers");
    }

    /** Of all tables but those of sequencer and audit, which go on meanwhile, and of kept answers, which end by and by. */
    private List<?> checksums() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<String> tables = database.createNativeQuery("""
                            select table_name from information_schema.tables
                            where table_schema = database() and table_type = 'BASE TABLE' and table_name not like 'ledger%'
                              and table_name <> 'idempotency_key'
                            order by table_name""", String.class).getResultList();
            return database.createNativeQuery("checksum table " + String.join(", ", tables)).getResultList().stream()
                    .map(row -> java.util.Arrays.toString((Object[]) row))
                    .toList();
        });
    }
}
