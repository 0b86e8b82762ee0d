package org.minsheng.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

class FailuresTest {
    private static final String INNER = "select password_hash from credential at org.minsheng.accounts.Credentials";

    @Test
    @Covers({"ASVS 16.5.1", "ASVS 13.4.2"})
    void an_unexpected_failure_is_told_in_words_that_say_nothing_of_the_inside() {
        for (Throwable failure : List.of(
                new IllegalStateException(INNER),
                new RuntimeException(new SQLException(INNER, "42000", 1064)),
                new StackOverflowError(INNER))) {
            Refusal refusal = Failures.translate(failure);
            assertEquals(500, refusal.status());
            assertEquals("service.failed", refusal.code());
            assertEquals(0, refusal.arguments().length);
            for (Language language : Language.values()) {
                String told = ProblemTexts.title(refusal.code(), 500, language)
                        + ProblemTexts.detail(refusal.code(), language, refusal.arguments());
                assertFalse(told.contains("select") || told.contains("org.minsheng"), told);
            }
        }
    }
}
