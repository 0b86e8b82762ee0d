package org.minsheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Role;
import org.minsheng.support.Contract;
import org.minsheng.support.Covers;

/** The page of rights says what contract and matrix say. {@code -Devidence.write=true} writes its tables anew. */
class RightsTest {
    private static final Set<String> BUSINESS = Set.of(
            Role.Names.REPORTER, Role.Names.REVIEWER, Role.Names.SUPERVISOR, Role.Names.LEADER, Role.Names.OBSERVER);

    private final Rights rights = new Rights();

    RightsTest() throws IOException {}

    @Test
    @Covers("ASVS 8.1.2")
    void the_page_says_who_writes_and_reads_each_field() throws IOException {
        String due = new RightsPage(rights).of(Files.readString(RightsPage.FILE));
        if (Boolean.getBoolean("evidence.write")) Files.writeString(RightsPage.FILE, due);
        assertEquals(
                due,
                Files.readString(RightsPage.FILE),
                "run this test once with -Devidence.write=true and review the page");
        for (String schema : rights.readers().keySet())
            Contract.schemas()
                    .path(schema)
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(
                            field -> assertTrue(due.contains("<code>" + field + "</code>"), schema + "." + field));
    }

    @Test
    void how_far_a_reader_sees_fits_the_roles_that_may_read() {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(rights.scopes().keySet());
        for (Contract.Operation operation : Contract.operations()) {
            rights.scopes().keySet().stream()
                    .filter(operation.path()::startsWith)
                    .findFirst()
                    .ifPresent(unused::remove);
            if (!operation.isRead()) continue;
            Set<String> roles = Rights.roles(operation);
            boolean fits =
                    switch (rights.of(operation)) {
                        case PUBLIC -> roles.contains("anonymous");
                        case ADMINISTRATION, AUDIT ->
                            !roles.contains("anonymous")
                                    && !roles.contains(Role.Names.REPORTER)
                                    && !roles.contains(Role.Names.OBSERVER);
                        case READ_ROOT, WORK, BY_SUBJECT ->
                            !roles.contains("anonymous") && BUSINESS.stream().anyMatch(roles::contains);
                        case SELF -> !roles.contains("anonymous");
                    };
            if (!fits) wrong.add(operation.id() + " is " + rights.of(operation) + ", but read by " + roles);
        }
        assertEquals(List.of(), wrong);
        assertEquals(new TreeSet<>(), unused);
    }
}
