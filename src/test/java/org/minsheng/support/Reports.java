package org.minsheng.support;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reporting by the API, with the people of a district. */
public record Reports(Given given, String programme, Map<String, String> periods) {
    /** Opens the months of a published programme. */
    public static Reports on(Given given, String programme) {
        List<Map<String, String>> opened = As.json(given.supervisor(), Map.of("cadence", "MONTH", "dueDays", 5))
                .post("/api/v1/programmes/" + programme + "/periods")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        Map<String, String> periods = new LinkedHashMap<>();
        opened.forEach(p -> periods.put(p.get("code"), p.get("id")));
        return new Reports(given, programme, periods);
    }

    public ValidatableResponse draft(String reporter, String indicator, String period, Map<String, ?> text) {
        return As.json(reporter, Map.of("indicatorId", indicator, "periodId", periods.get(period), "text", text))
                .post("/api/v1/progress-entries")
                .then();
    }

    /** Drafted and submitted, warnings confirmed. */
    public String submitted(String reporter, String indicator, String period, Map<String, ?> text) {
        String id = draft(reporter, indicator, period, text)
                .statusCode(201)
                .extract()
                .path("id");
        move(reporter, id, "v0", "submission", Map.of("confirmWarnings", true)).statusCode(200);
        return id;
    }

    public String approved(String reporter, String reviewer, String indicator, String period, Map<String, ?> text) {
        String id = submitted(reporter, indicator, period, text);
        move(reviewer, id, "v1", "approval", Map.of()).statusCode(200);
        return id;
    }

    public static ValidatableResponse move(String who, String entry, String version, String move, Map<String, ?> body) {
        return As.json(who, body)
                .header("If-Match", "\"" + version + "\"")
                .post("/api/v1/progress-entries/" + entry + "/" + move)
                .then();
    }
}
