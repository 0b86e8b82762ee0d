package org.minsheng.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void has_all_the_time_it_needs() {
        assertEquals(
                "jdbc:mysql://db/minsheng?connectTimeout=2000&socketTimeout=0&sessionVariables=max_statement_time=0",
                Migration.withoutTimeouts("jdbc:mysql://db/minsheng?connectTimeout=2000&socketTimeout=6000"
                        + "&sessionVariables=max_statement_time=5"));
    }
}
