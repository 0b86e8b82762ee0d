package org.minsheng.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.minsheng.http.Refusal;

/**
 * Long answers that are on disk before their first byte is sent: whoever reads one slowly holds a file, but no thread, place
 * or connection of the database. What fails on the way is a problem and not half an answer.
 */
@ApplicationScoped
class ReadyAnswers {
    private final Shares shares;
    private final SecurityIdentity identity;
    private final RoutingContext context;

    ReadyAnswers(LimitsConfig config, SecurityIdentity identity, RoutingContext context, MeterRegistry metrics) {
        shares = new Shares(config.heavy().reading(), config.heavy().readingOfOne());
        this.identity = identity;
        this.context = context;
        Gauge.builder("minsheng.answers.ready", shares, Shares::taken)
                .description("Files that wait on disk for who reads them")
                .register(metrics);
    }

    Response made(Response answer, StreamingOutput content) throws IOException {
        String reader = identity.getPrincipal().getName();
        if (!shares.take(reader)) throw Refusal.of(503, "service.full").retryAfter(5);
        Path file = begun(reader);
        Held held = new Held(() -> {
            shares.leave(reader);
            discard(file);
        });
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        } catch (IOException | RuntimeException failed) {
            held.leave();
            throw failed;
        }
        return held.untilEndOf(context).isOver()
                ? Response.noContent().build()
                : Response.fromResponse(answer).entity(file.toFile()).build();
    }

    private Path begun(String reader) throws IOException {
        try {
            return Files.createTempFile("answer-", ".part");
        } catch (IOException full) {
            shares.leave(reader);
            throw full;
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
