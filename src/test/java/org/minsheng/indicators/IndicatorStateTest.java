package org.minsheng.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Language;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.past.Remembered;

/** Promises are read from bodies with labels of one language, and from beside a new plan. */
class IndicatorStateTest {
    private static final String PROMISE = """
            {"additiveOverUnits":true,"baseline":null,"code":"1.1","commitment":"FLOOR","commitmentLabel":"下限",
             "comparison":"GE","comparisonLabel":"不少于","headline":true,"measureKind":"INCREMENT",
             "measureKindLabel":"新增量","name":"新增护理型床位数","ordinal":1,"reportingBasis":"PERIOD","status":"ACTIVE",
             "targetValue":"100","unitOfMeasure":"bed","weight":"1"}""";

    @Test
    void labels_are_those_of_the_caller() {
        IndicatorView view = IndicatorView.of(state("{\"state\":" + PROMISE + "}"), Language.EN);
        assertEquals(Commitment.FLOOR.en(), view.commitmentLabel());
        assertEquals("100", view.targetValue().toPlainString());
        assertNull(view.baseline());
        assertNull(view.span());
    }

    @Test
    void a_promise_beside_its_new_curve_is_the_same_promise() {
        String planned = "{\"state\":{\"indicator\":" + PROMISE + ",\"planned\":\"trajectory\",\"parts\":[]}}";
        assertEquals(state("{\"state\":" + PROMISE + "}"), state(planned));
    }

    private static IndicatorState state(String body) {
        UUID id = UUID.randomUUID();
        return IndicatorState.of(new Remembered(
                id, "indicator", id, 1, "indicator.edited", Audience.GOVERNMENT, "a/", id, id, Instant.EPOCH, body));
    }
}
