package org.minsheng.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

@QuarkusTest
class RaceTest {
    @Test
    @Covers("ASVS 2.3.4")
    void of_simultaneous_decisions_on_one_entry_one_wins() throws Exception {
        Given given = Given.district();
        String programme = given.programme(Given.YEAR);
        String indicator = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        Reports reports = Reports.on(given, programme);
        String reporter = given.person("reporter", given.bureau());
        List<String> reviewers =
                List.of(given.person("reviewer", given.bureau()), given.person("reviewer", given.bureau()));
        String entry = reports.submitted(reporter, indicator, Given.month(3), Map.of("amount", 5));
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String reviewer = reviewers.get(i % 2);
            boolean approve = i % 4 < 2;
            decisions.add(() -> Reports.move(
                            reviewer,
                            entry,
                            "v1",
                            approve ? "approval" : "return",
                            approve ? Map.of() : Map.of("reason", "请附验收材料"))
                    .extract()
                    .statusCode());
        }
        int won = 0;
        for (var decision : threads.invokeAll(decisions)) {
            int status = decision.get();
            if (status == 200) won++;
            else assertEquals(412, status);
        }
        threads.shutdown();
        assertEquals(1, won);
        As.person(reporter).get("/api/v1/progress-entries/" + entry).then().header("ETag", "\"v2\"");
    }
}
