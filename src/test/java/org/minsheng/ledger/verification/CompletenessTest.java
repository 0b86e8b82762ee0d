package org.minsheng.ledger.verification;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Sealing;

/** Runs last: whatever the whole suite has written, the ledger tells of it, version by version, and all of it holds. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class CompletenessTest {
    @Inject
    Completeness completeness;

    @Test
    @Covers({"ASVS 2.3.3", "ASVS 16.2.1", "GB/T 22239 8.1.4.3 a", "GB/T 22239 8.1.4.3 d"})
    void every_version_of_every_row_has_its_event_and_every_event_its_version() {
        assertEquals(List.of(), completeness.gaps());
    }

    @Test
    @Covers("GB/T 22239 8.1.4.7 b")
    void the_server_finds_nothing_wrong_with_its_own_ledger() {
        Sealing.awaited();
        As.person("auditor")
                .post("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("findings", empty())
                .body("holds", equalTo(true));
    }
}
