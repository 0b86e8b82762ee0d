package org.minsheng.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** A refusal before any resource is reached. */
@ApplicationScoped
public class EarlyAnswer {
    private static final int READ_ANYWAY = 64 << 10;

    private final ObjectMapper json;

    EarlyAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** And nothing more is heard on this connection. */
    public void dismiss(RoutingContext context, Refusal refusal) {
        Doorstep.lastWord(context);
        answer(context, refusal);
    }

    /** What belongs to the refused request is not taken for the next one; little of it is read. */
    public void refuse(RoutingContext context, Refusal refusal) {
        if (Doorstep.announced(context.request()) > READ_ANYWAY
                || context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) Doorstep.lastWord(context);
        else context.request().resume();
        answer(context, refusal);
    }

    private void answer(RoutingContext context, Refusal refusal) {
        HttpServerResponse answer = context.response()
                .setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswer.MEDIA_TYPE)
                .putHeader(
                        HttpHeaders.CONTENT_LANGUAGE,
                        ProblemAnswer.language(context).tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refusal.retryAfter() != null)
            answer.putHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfter().toString());
        try {
            answer.end(json.writeValueAsString(ProblemAnswer.problem(refusal, context)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
