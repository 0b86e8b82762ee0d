package org.minsheng.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.minsheng.db.Fault;

/**
 * Runs inside the request's transaction, so that key, effect and stored answer live or die together. A second request
 * with a key that is still at work meets its row lock and is told to come back; what is kept is read without a lock.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyKeys {
    public static final String HEADER = "Idempotency-Key";
    private static final String RECEIPT = "Ledger-Receipt";
    private static final String KEPT =
            "select request_hash, status, location, etag, body, receipt from idempotency_key where owner = ?1";
    private static final String HELD = KEPT + " for update nowait";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final EntityManager database;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final RoutingContext context;
    private final Clock clock;

    IdempotencyKeys(
            EntityManager database, ObjectMapper json, SecurityIdentity identity, RoutingContext context, Clock clock) {
        this.database = database;
        this.json = json;
        this.identity = identity;
        this.context = context;
        this.clock = clock;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String key = context.request().getHeader(HEADER);
        if (key == null) return invocation.proceed();
        if (!KEY.matcher(key).matches()) throw Refusal.badParameter(HEADER, "request.idempotency-key-malformed");
        byte[] owner = Sha256.of(identity.getPrincipal().getName() + "\n" + key);
        byte[] request = Sha256.of(requestBytes(invocation));
        List<?> kept = rows(KEPT, owner);
        if (kept.isEmpty() && !claim(owner, request)) kept = rows(KEPT, owner);
        if (!kept.isEmpty()) return replay((Object[]) kept.get(0), request);
        Response answer = (Response) invocation.proceed();
        return keep(owner, answer);
    }

    private boolean claim(byte[] owner, byte[] request) {
        // one that is still at work holds the row that the others do not see yet
        if (!unlessHeld(() -> rows(HELD, owner)).isEmpty()) return false;
        // two that found nothing at the same moment: the second waits here for the first
        return unlessHeld(() -> database.createNativeQuery(
                                "insert ignore into idempotency_key (owner, request_hash, created_at) values (?1, ?2, ?3)")
                        .setParameter(1, owner)
                        .setParameter(2, request)
                        .setParameter(3, now())
                        .executeUpdate())
                == 1;
    }

    private List<?> rows(String select, byte[] owner) {
        return database.createNativeQuery(select).setParameter(1, owner).getResultList();
    }

    private static <T> T unlessHeld(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException held) {
            if (Fault.isLockHeld(held))
                throw Refusal.conflict("request.still-running").retryAfter(1);
            throw held;
        }
    }

    private Response replay(Object[] row, byte[] request) {
        if (!MessageDigest.isEqual((byte[]) row[0], request)) throw Refusal.rule("request.idempotency-key-reused");
        Response.ResponseBuilder answer =
                Response.status(((Number) row[1]).intValue()).header("Idempotency-Replayed", "true");
        if (row[2] != null) answer.header(HttpHeaders.LOCATION, row[2]);
        if (row[3] != null) answer.header(HttpHeaders.ETAG, row[3]);
        if (row[5] != null) answer.header(RECEIPT, row[5]);
        if (row[4] != null) answer.entity(row[4]).type(MediaType.APPLICATION_JSON_TYPE);
        return answer.build();
    }

    private Response keep(byte[] owner, Response answer) throws JsonProcessingException {
        // a digested answer is written already
        byte[] body = answer.getEntity() instanceof byte[] written
                ? written
                : answer.getEntity() == null ? null : json.writeValueAsBytes(answer.getEntity());
        database.flush();
        database.createNativeQuery(
                        "update idempotency_key set status = ?1, location = ?2, etag = ?3, body = ?4, receipt = ?5 where owner = ?6")
                .setParameter(1, answer.getStatus())
                .setParameter(2, answer.getHeaderString(HttpHeaders.LOCATION))
                .setParameter(3, answer.getHeaderString(HttpHeaders.ETAG))
                .setParameter(4, body == null ? new byte[0] : body)
                .setParameter(5, answer.getHeaderString(RECEIPT))
                .setParameter(6, owner)
                .executeUpdate();
        return answer;
    }

    private byte[] requestBytes(InvocationContext invocation) throws JsonProcessingException {
        List<Object> told = new ArrayList<>();
        told.add(context.request().method().name() + " " + context.request().uri());
        for (Object parameter : invocation.getParameters())
            if (parameter == null
                    || parameter instanceof Record
                    || parameter instanceof CharSequence
                    || parameter instanceof com.fasterxml.jackson.databind.JsonNode) told.add(parameter);
        return json.writeValueAsBytes(told);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(java.time.ZoneOffset.UTC));
    }
}
