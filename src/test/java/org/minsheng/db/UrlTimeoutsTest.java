package org.minsheng.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UrlTimeoutsTest {
    @Test
    void a_timeout_is_changed_where_it_stands_and_nothing_else_is() {
        assertEquals(
                "jdbc:mysql://db/minsheng?connectTimeout=2000&socketTimeout=0&sessionVariables=max_statement_time=0",
                UrlTimeouts.set(
                        "jdbc:mysql://db/minsheng?connectTimeout=2000&socketTimeout=6000"
                                + "&sessionVariables=max_statement_time=5",
                        0,
                        "socketTimeout",
                        "max_statement_time",
                        "max_execution_time"));
    }
}
