package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

/** Nothing betrays that a foreign id is one: it is answered like an id that does not exist, or by the role alone. */
@QuarkusTest
class ForeignIdsTest {
    private static final int SAMPLE = 400;

    @Test
    @Covers({"ASVS 8.2.2", "ASVS 8.3.1", "ASVS 8.4.1", "GB/T 22239 8.1.4.2 f"})
    void each_operation_answers_a_sample_of_foreign_ids_like_ids_that_do_not_exist() {
        ForeignIds crawl = new ForeignIds();
        List<ForeignIds.Question> all = new ArrayList<>(crawl.questions());
        Collections.shuffle(all, new Random(20260101));
        Map<String, ForeignIds.Question> each = new LinkedHashMap<>();
        for (ForeignIds.Question q : all) {
            boolean own = q.method().equals(q.operation().method());
            if (own) each.putIfAbsent(q.operation().id() + " " + q.parameter().name(), q);
        }
        List<ForeignIds.Question> sample = new ArrayList<>(each.values());
        sample.addAll(all.subList(0, SAMPLE));
        check(crawl, sample);
    }

    @Test
    @Tag("slow")
    @Covers("ASVS 8.2.2")
    void each_operation_answers_all_foreign_ids_like_ids_that_do_not_exist() {
        ForeignIds crawl = new ForeignIds();
        List<ForeignIds.Question> all = crawl.questions();
        assertTrue(all.size() >= 20_000, all.size() + " questions");
        check(crawl, all);
    }

    private static void check(ForeignIds crawl, Collection<ForeignIds.Question> questions) {
        List<String> betrayed = questions.parallelStream()
                .map(crawl::betrayal)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.of(), betrayed.stream().limit(40).toList(), betrayed.size() + " of " + questions.size());
    }
}
