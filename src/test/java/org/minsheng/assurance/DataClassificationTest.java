package org.minsheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

@QuarkusTest
class DataClassificationTest {
    @Inject
    EntityManager database;

    @Test
    @Covers({"ASVS 14.1.1", "GB/T 22239 8.1.4.11 a"})
    void every_column_of_the_schema_has_its_class_and_no_other_has() throws IOException {
        List<String> columns = database.createNativeQuery("""
                        select concat(table_name, '.', column_name) from information_schema.columns
                        where table_schema = database() and table_name <> 'flyway_schema_history'
                        order by table_name, column_name""", String.class).getResultList();
        assertEquals(
                columns.stream().map(String::toLowerCase).sorted().toList(),
                ColumnClass.all().stream().map(ColumnClass::key).sorted().toList());
    }
}
