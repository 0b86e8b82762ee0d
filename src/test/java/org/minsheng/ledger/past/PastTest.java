package org.minsheng.ledger.past;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.minsheng.db.Ids;
import org.minsheng.support.As;

/** What was answered then is what is answered now about then. */
@QuarkusTest
class PastTest {
    private static final int OPERATIONS = 60;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Set<String> WORTH_REMEMBERING = Set.of(
            "programme.edited",
            "project.edited",
            "project.people-named",
            "indicator.edited",
            "indicator.changed-by-order",
            "progress.edited",
            "progress.returned",
            "progress.approved",
            "progress.correction-drafted",
            "progress.superseded",
            "item.accepted",
            "period.closed");

    @Inject
    AgroalDataSource database;

    private record Asked(String what, Instant at, String person, String path, String answer) {}

    private final Random random = new Random(20260630);
    private final List<Asked> asked = new ArrayList<>();

    @Test
    void every_answer_of_a_random_history_is_given_again_afterwards() throws Exception {
        History history = new History(42);
        for (int i = 0; i < OPERATIONS + 6; i++) {
            if (i < OPERATIONS / 4) history.draftSomething();
            else if (i == OPERATIONS / 4) history.publish();
            else if (i < OPERATIONS) history.workOnSomething();
            else history.correctSomething(i - OPERATIONS);
            ask("operation " + i, history);
        }
        List<String> wrong = new ArrayList<>();
        for (Asked then : asked) {
            String again = answer(As.person(then.person)
                    .queryParam("asOf", then.at.toString())
                    .get(then.path));
            if (!again.equals(then.answer))
                wrong.add(then.what + " at " + then.at + " " + then.person + " " + then.path + "\n  then " + then.answer
                        + "\n  now  " + again);
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(3, wrong.size())), wrong.size() + " of " + asked.size());
        Set<String> missing = new TreeSet<>(WORTH_REMEMBERING);
        missing.removeAll(actions(history.programme));
        assertEquals(Set.of(), missing);
    }

    private Set<String> actions(String programme) throws SQLException {
        Set<String> actions = new TreeSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select action from ledger_event where programme_id = ?")) {
            query.setBytes(1, Ids.bytes(UUID.fromString(programme)));
            for (ResultSet row = query.executeQuery(); row.next(); ) actions.add(row.getString(1));
        }
        return actions;
    }

    /** Some of everything, as several people: asked between two changes, in the microseconds of the ledger. */
    private void ask(String what, History history) throws Exception {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<String> paths = new ArrayList<>(lists(history));
        history.ids.forEach((kind, ids) -> ids.subList(Math.max(0, ids.size() - 4), ids.size())
                .forEach(id -> paths.add("/api/v1/" + kind + "/" + id + expanded(kind))));
        for (String person : history.people())
            for (int i = 0; i < 5; i++) {
                String path = paths.get(random.nextInt(paths.size()));
                asked.add(new Asked(
                        what, at, person, path, answer(As.person(person).get(path))));
            }
    }

    private List<String> lists(History history) {
        String ofProgramme = "programme=" + history.programme + "&limit=200&count=true";
        List<String> lists = new ArrayList<>(List.of(
                "/api/v1/programmes/" + history.programme + "/periods",
                "/api/v1/programmes/" + history.programme + "/change-orders",
                "/api/v1/projects?" + ofProgramme,
                "/api/v1/projects?q=养老&leadUnit=mzj&sort=name&limit=2&programme=" + history.programme,
                "/api/v1/projects?unit=" + history.town,
                "/api/v1/indicators?" + ofProgramme,
                "/api/v1/indicators?measureKind=STOCK&sort=-dueDate,name&" + ofProgramme,
                "/api/v1/progress-entries?" + ofProgramme,
                "/api/v1/progress-entries?sort=updatedAt&limit=3&status=APPROVED&programme=" + history.programme,
                "/api/v1/units?limit=200&sort=name",
                "/api/v1/unit-groups?unit=" + history.town,
                "/api/v1/programmes?sort=title&count=true"));
        history.ids("projects").stream().reduce((a, b) -> b).ifPresent(project -> {
            lists.add("/api/v1/indicators?project=" + project);
            lists.add("/api/v1/progress-entries?count=true&project=" + project);
            lists.add("/api/v1/items?sort=name&count=true&project=" + project);
        });
        history.ids("indicators").stream().reduce((a, b) -> b).ifPresent(indicator -> {
            lists.add("/api/v1/progress-entries?unit=" + history.town + "&indicator=" + indicator);
            lists.add("/api/v1/items?indicator=" + indicator);
        });
        return lists;
    }

    private static String expanded(String kind) {
        if (kind.equals("projects")) return "?expand=indicators,units";
        return kind.equals("programmes") ? "?expand=projects" : "";
    }

    /** Status and body but for what is of another time by nature: what may be done, and cursors. */
    private static String answer(Response answer) throws Exception {
        if (answer.statusCode() != 200) return String.valueOf(answer.statusCode());
        JsonNode body = JSON.readTree(answer.asByteArray());
        everywhere(body, (object, field) -> {
            if (field.equals("actions") || field.equals("next")) object.remove(field);
        });
        return body.toString();
    }

    private static void everywhere(JsonNode node, BiConsumer<ObjectNode, String> change) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> change.accept(object, name));
        }
        node.forEach(child -> everywhere(child, change));
    }
}
