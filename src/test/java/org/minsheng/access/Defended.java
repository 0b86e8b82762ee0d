package org.minsheng.access;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bouncycastle.util.encoders.Base32;
import org.minsheng.accounts.secrets.Totp;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Machine;
import org.minsheng.support.Reports;

/** Operations of each kind, prepared so that each would succeed, in a district of their own. */
final class Defended {
    private static Defended one;

    private final Given given = Given.district();
    private final String reporter = given.person("reporter", given.bureau());
    private final String signing = given.person("reporter", given.bureau());
    private final String stepping = given.person("reporter", given.bureau());
    private final String grantee = id(signing);
    private final Machine machine = Machine.of(given.bureau(), "client:read client:report");
    private final String machineToken = machine.token();
    private final String indicator;
    private final String[] drafts = new String[2];
    private final Reports reports;
    private int month = 3;

    private Defended() {
        String programme = given.programme(Given.YEAR);
        indicator = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reports = Reports.on(given, programme);
        for (int i = 0; i < drafts.length; i++)
            drafts[i] = reports.draft(reporter, indicator, Given.month(i + 1), Map.of("amount", 1))
                    .statusCode(201)
                    .extract()
                    .path("id");
    }

    /** What is asked is prepared now, and sent each time the supplier is called. */
    static synchronized Supplier<Response> operation(String name) {
        if (one == null) one = new Defended();
        return one.prepared(name);
    }

    private Supplier<Response> prepared(String name) {
        String unit = "/api/v1/units/" + given.bureau();
        String entry = "/api/v1/progress-entries/" + drafts[0];
        String fresh = "u" + UUID.randomUUID().toString().substring(0, 8);
        return switch (name) {
            case "list" -> () -> As.person(given.supervisor()).get("/api/v1/units?limit=1");
            case "read" -> () -> As.person(given.supervisor()).get(unit);
            case "entry" -> () -> As.person(reporter).get(entry);
            case "machineRead" -> () -> Machine.with(machineToken).get("/api/v1/projects");
            case "create" ->
                () -> As.json(
                                "sysadmin",
                                Map.of("code", fresh, "type", "GOVERNMENT", "name", fresh, "validFrom", "2020-01-01"))
                        .header("Idempotency-Key", fresh)
                        .post("/api/v1/units");
            case "edit" -> patch("sysadmin", unit, Map.of("code", fresh));
            case "report" -> patch(reporter, entry, Map.of("narrative", fresh));
            case "machineReport" -> {
                String path = "/api/v1/progress-entries/" + drafts[1];
                String etag = As.person(reporter).get(path).header("ETag");
                yield () -> patch(Machine.with(machineToken), path, Map.of("narrative", fresh), etag);
            }
            case "machineCreate" -> {
                String period = reports.periods().get(Given.month(month++));
                yield () -> Machine.with(machineToken)
                        .contentType(ContentType.JSON)
                        .body(Map.of("indicatorId", indicator, "periodId", period, "text", Map.of("amount", 1)))
                        .post("/api/v1/progress-entries");
            }
            case "attach" ->
                () -> As.person(reporter)
                        .contentType("application/octet-stream")
                        .queryParam("fileName", fresh + ".png")
                        .body(("\u0089PNG\r\n\u001a\n" + fresh).getBytes(StandardCharsets.ISO_8859_1))
                        .post(entry + "/evidence");
            case "grant" -> {
                String etag =
                        As.person("secadmin").get("/api/v1/accounts/" + grantee).header("ETag");
                yield () -> As.json("secadmin", Map.of("roles", List.of("reporter")))
                        .header("If-Match", etag)
                        .put("/api/v1/accounts/" + grantee + "/roles");
            }
            case "signIn" -> () -> login(Map.of("username", signing, "password", As.PASSWORD));
            case "signInWithCode" -> withCode();
            case "stepUp" -> {
                String token = As.token(stepping);
                yield () -> As.nobody()
                        .header("Authorization", "Bearer " + token)
                        .contentType(ContentType.JSON)
                        .body(Map.of("password", As.PASSWORD))
                        .post("/api/v1/auth/step-up");
            }
            case "refresh" -> {
                String token = login(Map.of("username", signing, "password", As.PASSWORD))
                        .path("refreshToken");
                yield () -> As.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("refreshToken", token))
                        .post("/api/v1/auth/refresh");
            }
            case "clientToken" -> () -> machine.ask(null);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Supplier<Response> patch(String who, String path, Map<String, Object> fields) {
        String etag = As.person(who).get(path).header("ETag");
        return () -> patch(As.person(who), path, fields, etag);
    }

    private static Response patch(RequestSpecification as, String path, Map<String, Object> fields, String etag) {
        return as.contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(fields)
                .patch(path);
    }

    private Supplier<Response> withCode() {
        String person = given.person("reporter", given.bureau());
        String secret = As.person(person)
                .post("/api/v1/me/second-factor")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        byte[] seed = Base32.decode(secret + "=".repeat((8 - secret.length() % 8) % 8));
        As.json(person, Map.of("code", Totp.code(seed, Instant.now().minusSeconds(30))))
                .post("/api/v1/me/second-factor/confirmation")
                .then()
                .statusCode(200);
        return () -> login(Map.of("username", person, "password", As.PASSWORD, "code", Totp.code(seed, Instant.now())));
    }

    private static Response login(Map<String, String> given) {
        return As.nobody().contentType(ContentType.JSON).body(given).post("/api/v1/auth/login");
    }

    private static String id(String username) {
        return As.person("sysadmin")
                .queryParam("q", username)
                .get("/api/v1/accounts")
                .path("items[0].id");
    }
}
