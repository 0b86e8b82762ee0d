package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;

/** Every change of the document with fields that only the server sets, and with values of another type or form. */
@QuarkusTest
class FieldMatrixTest {
    private static final int OF_EACH = 12;

    @Test
    @Covers({"ASVS 8.2.3", "ASVS 15.3.3"})
    void a_field_of_the_server_is_refused_in_every_body() {
        check(sample(FieldMatrix::servers));
    }

    @Test
    @Covers({"ASVS 1.4.2", "ASVS 15.3.5", "GB/T 22239 8.1.4.4 d"})
    void a_value_of_another_type_or_form_is_refused_by_name() {
        check(sample(FieldMatrix::confused));
    }

    @Test
    @Tag("slow")
    void all_fields_of_the_server_are_refused_in_every_body() {
        check(all(FieldMatrix::servers));
    }

    @Test
    @Tag("slow")
    void all_values_of_another_type_or_form_are_refused_by_name() {
        check(all(FieldMatrix::confused));
    }

    private static void check(List<FieldMatrix.Wrong> wrong) {
        FieldMatrix matrix = new FieldMatrix(District.in(null));
        Map<String, Long> before = Rows.counted();
        List<String> accepted =
                wrong.stream().map(matrix::failure).filter(Objects::nonNull).toList();
        Map<String, Long> after = Rows.counted();
        assertEquals(List.of(), accepted.stream().limit(60).toList(), accepted.size() + " of " + wrong.size());
        assertEquals(changeable(before), changeable(after));
        assertTrue(wrong.size() > 400, wrong.size() + " requests");
    }

    /** Signing in leaves traces by itself. */
    private static Map<String, Long> changeable(Map<String, Long> rows) {
        Map<String, Long> changeable = new LinkedHashMap<>(rows);
        changeable.remove("session");
        changeable.keySet().removeIf(table -> table.startsWith("ledger_"));
        return changeable;
    }

    private static List<FieldMatrix.Wrong> all(Function<Contract.Operation, List<FieldMatrix.Wrong>> of) {
        return FieldMatrix.writes().stream().flatMap(o -> of.apply(o).stream()).toList();
    }

    private static List<FieldMatrix.Wrong> sample(Function<Contract.Operation, List<FieldMatrix.Wrong>> of) {
        Random random = new Random(20260102);
        List<FieldMatrix.Wrong> sample = new ArrayList<>();
        for (Contract.Operation operation : FieldMatrix.writes()) {
            List<FieldMatrix.Wrong> its = new ArrayList<>(of.apply(operation));
            Collections.shuffle(its, random);
            sample.addAll(its.subList(0, Math.min(OF_EACH, its.size())));
        }
        return sample;
    }
}
