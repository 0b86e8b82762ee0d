package org.minsheng.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.minsheng.access.Actor;
import org.minsheng.db.Ids;

/**
 * Records a change in the transaction that makes it: event and pending row are stored or lost together with it. The
 * sequencer gives events their place later, so no transaction waits for another one's record.
 */
@ApplicationScoped
public class Ledger {
    private record Body(
            int format, String action, Who actor, About subject, Where where, String at, Object state, Reason reason) {}

    private record Who(UUID account, Personal name, UUID unit) {}

    private record About(String type, UUID id, int version) {}

    private record Where(Audience audience, String path, UUID programme, UUID project) {}

    private record Row(UUID event, Actor actor, String action, Subject subject, Instant at, CanonicalJson.Body body) {}

    /** 1 had no {@code where} and wrote what is absent as null. */
    private static final int FORMAT = 2;

    private static final String INSERT = """
            insert into ledger_event (event_id, stream, actor_id, actor_unit, action, subject_type, subject_id,
                                      subject_version, unit_path, occurred_at, request_id, body, body_hash, audience,
                                      programme_id, project_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PEND =
            "insert into ledger_pending (event_pk) select id from ledger_event where event_id = ?";
    private static final String KEEP = "insert into ledger_private (event_id, path, salt, value) values (?, ?, ?, ?)";

    private final EntityManager database;
    private final Clock clock;
    private final CurrentRequest request;
    private final Event<AuditLines.Line> audit;

    Ledger(EntityManager database, Clock clock, CurrentRequest request, Event<AuditLines.Line> audit) {
        this.database = database;
        this.clock = clock;
        this.request = request;
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, Subject subject) {
        record(actor, action, List.of(subject), Reason.NONE);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, Subject subject, Reason reason) {
        record(actor, action, List.of(subject), reason);
    }

    /** Many subjects of one act, e.g. an import; flushed first, so that versions are those stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Actor actor, String action, Collection<? extends Subject> subjects, Reason reason) {
        database.flush();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Row> rows = new ArrayList<>(subjects.size());
        for (Subject subject : subjects) rows.add(row(actor, action, subject, reason, now));
        String requestId = request.id();
        database.unwrap(Session.class).doWork(connection -> write(connection, rows, requestId));
        for (Row row : rows)
            if (AuditLines.tell(row.subject.audience())) audit.fire(new AuditLines.Line(row.body.json()));
    }

    private static Row row(Actor actor, String action, Subject subject, Reason reason, Instant now) {
        Body body = new Body(
                FORMAT,
                action,
                new Who(
                        actor.account(),
                        Personal.of(actor.name()),
                        actor.scope().unit()),
                new About(subject.subjectType(), subject.id(), subject.version()),
                new Where(subject.audience(), subject.unitPath(), subject.programmeId(), subject.projectId()),
                now.toString(),
                subject.ledgerState(),
                reason == Reason.NONE ? null : reason);
        return new Row(Ids.next(), actor, action, subject, now, CanonicalJson.of(body));
    }

    private static void write(Connection connection, List<Row> rows, String requestId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement pend = connection.prepareStatement(PEND);
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (Row row : rows) {
                bind(insert, row, requestId);
                insert.addBatch();
                pend.setBytes(1, Ids.bytes(row.event));
                pend.addBatch();
                for (CanonicalJson.Private secret : row.body.privates()) {
                    keep.setBytes(1, Ids.bytes(row.event));
                    keep.setString(2, secret.path());
                    keep.setBytes(3, secret.salt());
                    keep.setString(4, secret.value());
                    keep.addBatch();
                }
            }
            insert.executeBatch();
            pend.executeBatch();
            keep.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, Row row, String requestId) throws SQLException {
        insert.setBytes(1, Ids.bytes(row.event));
        insert.setString(2, row.subject.subjectType() + "/" + row.subject.id());
        bindId(insert, 3, row.actor.account());
        bindId(insert, 4, row.actor.scope().unit());
        insert.setString(5, row.action);
        insert.setString(6, row.subject.subjectType());
        insert.setBytes(7, Ids.bytes(row.subject.id()));
        insert.setInt(8, row.subject.version());
        insert.setString(9, row.subject.unitPath());
        insert.setObject(10, LocalDateTime.ofInstant(row.at, ZoneOffset.UTC));
        insert.setString(11, requestId);
        insert.setBytes(12, row.body.json().getBytes(StandardCharsets.UTF_8));
        insert.setBytes(13, row.body.hash());
        insert.setString(14, row.subject.audience().name());
        bindId(insert, 15, row.subject.programmeId());
        bindId(insert, 16, row.subject.projectId());
    }

    private static void bindId(PreparedStatement insert, int index, UUID id) throws SQLException {
        if (id == null) insert.setNull(index, Types.BINARY);
        else insert.setBytes(index, Ids.bytes(id));
    }
}
