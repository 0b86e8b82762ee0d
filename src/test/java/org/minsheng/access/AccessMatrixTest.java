package org.minsheng.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Machine;

/** Every operation of the document as every role and as nobody, against {@code access-matrix.csv}. */
@QuarkusTest
class AccessMatrixTest {
    private static final Map<String, String> PEOPLE = Map.of(
            "reporter", "wjj-reporter",
            "reviewer", "wjj-reviewer",
            "supervisor", "ducha",
            "leader", "leader",
            "observer", "rdb-observer",
            "system-admin", "sysadmin",
            "security-admin", "secadmin",
            "audit-admin", "auditor");

    /** A token of a client for each scope. */
    private static final Map<String, String> MACHINES = new HashMap<>();

    @Test
    @Covers("ASVS 8.1.1")
    void every_operation_is_in_the_matrix_and_nothing_else_is() throws IOException {
        assertEquals(
                new TreeSet<>(Contract.operations().stream()
                        .map(Contract.Operation::id)
                        .toList()),
                new TreeSet<>(matrix().keySet()));
    }

    @Test
    @Covers({
        "ASVS 8.2.1",
        "ASVS 8.3.1",
        "GB/T 22239 8.1.4.2 d",
        "GB/T 22239 8.1.5.1",
        "GB/T 22239 8.1.5.2",
        "GB/T 22239 8.1.5.3"
    })
    void every_role_may_do_exactly_what_the_matrix_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, Boolean>> matrix = matrix();
        for (Contract.Operation operation : Contract.operations()) {
            if (operation.id().equals("logout")) continue; // would end the sessions that other tests use
            matrix.get(operation.id()).forEach((role, allowed) -> {
                int status = status(operation, role);
                boolean refused = role.equals("anonymous") ? status == 401 : status == 403;
                if (refused == allowed
                        && !operation.id().equals("login")
                        && !operation.id().equals("refresh")) wrong.add(operation.id() + " as " + role + ": " + status);
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static int status(Contract.Operation operation, String role) {
        RequestSpecification request = caller(role);
        String path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        if (!operation.method().equals("GET") && !operation.method().equals("DELETE"))
            request.contentType(type(operation)).body("{}".getBytes(StandardCharsets.UTF_8));
        return request.request(operation.method(), path).statusCode();
    }

    private static RequestSpecification caller(String role) {
        if (role.equals("anonymous")) return As.nobody();
        return role.startsWith("client:")
                ? Machine.with(MACHINES.computeIfAbsent(role, AccessMatrixTest::token))
                : As.person(PEOPLE.get(role));
    }

    private static String token(String scope) {
        return Machine.of(Given.district().bureau(), scope).token();
    }

    private static String type(Contract.Operation operation) {
        if (operation.id().startsWith("attach")) return "application/octet-stream";
        if (operation.id().equals("importProgress")) return "text/csv";
        return operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private static Map<String, Map<String, Boolean>> matrix() throws IOException {
        Map<String, Map<String, Boolean>> matrix = new LinkedHashMap<>();
        try (var in = AccessMatrixTest.class.getResourceAsStream("/access-matrix.csv")) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split(","))
                    .toList();
            String[] roles = lines.get(0);
            for (String[] line : lines.subList(1, lines.size())) {
                assertEquals(roles.length, line.length, Arrays.toString(line));
                Map<String, Boolean> row = new LinkedHashMap<>();
                for (int i = 1; i < roles.length; i++) row.put(roles[i], line[i].equals("yes"));
                matrix.put(line[0], row);
            }
        }
        return matrix;
    }
}
