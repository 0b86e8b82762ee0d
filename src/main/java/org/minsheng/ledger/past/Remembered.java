package org.minsheng.ledger.past;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.LedgerEvent;
import org.minsheng.ledger.Reader;

/**
 * The newest record of a subject at an instant.
 *
 * @param personal personal values of the body that nobody has erased, by their JSON pointers
 */
public record Remembered(
        UUID event,
        String type,
        UUID id,
        int version,
        String action,
        Audience audience,
        String unitPath,
        UUID programmeId,
        UUID projectId,
        Instant recordedAt,
        String body,
        Map<String, String> personal) {
    static final String HQL = """
            new org.minsheng.ledger.past.Remembered(e.eventId, e.subjectType, e.subjectId, e.subjectVersion, e.action,
              e.audience, e.unitPath, e.programmeId, e.projectId, e.occurredAt, e.body)""";

    public Remembered(
            UUID event,
            String type,
            UUID id,
            int version,
            String action,
            Audience audience,
            String unitPath,
            UUID programmeId,
            UUID projectId,
            Instant recordedAt,
            String body) {
        this(event, type, id, version, action, audience, unitPath, programmeId, projectId, recordedAt, body, Map.of());
    }

    Remembered with(Map<String, String> values) {
        return new Remembered(
                event, type, id, version, action, audience, unitPath, programmeId, projectId, recordedAt, body, values);
    }

    /** Whether the subject was gone by then. */
    public boolean isGone() {
        return LedgerEvent.isEnd(action);
    }

    public boolean isFor(Reader reader) {
        return reader.mayRead(audience, unitPath, projectId);
    }

    /** The state that was recorded, as the record that the feature keeps it in. */
    public <S> S state(Class<S> type) {
        return read(state(), type);
    }

    public static <S> S read(JsonNode state, Class<S> type) {
        return Bodies.read(state, type);
    }

    public JsonNode state() {
        return Bodies.part(body, "state", personal);
    }

    /** Why it was done; a missing node where nobody said. */
    public JsonNode reason() {
        return Bodies.part(body, "reason", personal);
    }
}
