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
    private final ObjectMapper json;

    EarlyAnswer(ObjectMapper json) {
        this.json = json;
    }

    public void refuse(RoutingContext context, Refusal refusal) {
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
