package org.minsheng.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.evidence.EvidenceFolder.Upload;
import org.minsheng.http.Answers;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;

/** Files and what they are evidence of. */
@ApplicationScoped
class Attachments {
    /** The same file behind something else. */
    record Use(UUID file, UUID holder) {}

    static final int MOST = 200;
    private final EntityManager database;
    private final EvidenceFolder folder;
    private final Holders holders;
    private final Answers answers;
    private final Ledger ledger;
    private final TransactionSynchronizationRegistry transaction;

    Attachments(
            EntityManager database,
            EvidenceFolder folder,
            Holders holders,
            Answers answers,
            Ledger ledger,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.folder = folder;
        this.holders = holders;
        this.answers = answers;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /** Path of the unit that a file may be sent to; who may not is refused before its first byte. */
    @Transactional
    String expect(Evidence.SubjectType type, UUID id, Actor actor) {
        return holders.requireInHand(type, id, actor).unit().path();
    }

    /**
     * Much may have happened since the first byte. The same file behind the same thing again is a replay. Simultaneous files
     * count each other by the lock.
     */
    @Transactional
    Response attach(Evidence.SubjectType type, UUID id, Upload file, String fileName, Actor actor, Instant now) {
        Holder holder = holders.lockInHand(type, id, actor);
        List<Evidence> already = of(holder.id());
        Optional<Evidence> same = already.stream()
                .filter(e -> Arrays.equals(e.sha256, file.sha256()))
                .findFirst();
        if (same.isEmpty() && already.size() >= MOST) throw Refusal.rule("evidence.too-many", MOST);
        Evidence evidence =
                same.orElseGet(() -> record(new Evidence(holder, file, fileName, actor.account(), now), file, actor));
        return answers.created(
                "/api/v1/evidence/" + evidence.id(),
                evidence.version(),
                view(List.of(evidence), actor).items().get(0));
    }

    private Evidence record(Evidence evidence, Upload file, Actor actor) {
        database.persist(evidence);
        ledger.record(actor, "evidence.attached", evidence);
        transaction.registerInterposedSynchronization(keep(file));
        return evidence;
    }

    /** With the row and just before it: never a row without its file, and no file of what was only rehearsed. */
    private Synchronization keep(Upload file) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                folder.keep(file);
            }

            @Override
            public void afterCompletion(int status) {}
        };
    }

    void remove(Evidence evidence, Actor actor, Instant now) {
        evidence.touch(now);
        ledger.record(actor, "evidence.deleted", evidence);
        database.remove(evidence);
        database.flush();
    }

    List<Evidence> of(UUID subject) {
        return database.createQuery(
                        "from Evidence e join fetch e.unit where e.subjectId = :subject order by e.id", Evidence.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    Optional<Evidence> readable(UUID id, Scope scope) {
        return database.createQuery(
                        "from Evidence e join fetch e.unit u where e.id = :id and u.path like :reading", Evidence.class)
                .setParameter("id", id)
                .setParameter("reading", scope.reading())
                .getResultStream()
                .findFirst();
    }

    EvidenceList view(List<Evidence> files, Actor actor) {
        if (files.isEmpty()) return new EvidenceList(List.of());
        List<Use> uses = database.createQuery("""
                        select e.id, o.subjectId from Evidence e join Evidence o on o.sha256 = e.sha256 join o.unit u
                        where e in :files and o.subjectId <> e.subjectId and u.path like :reading""", Use.class)
                .setParameter("files", files)
                .setParameter("reading", actor.scope().reading())
                .getResultList();
        Set<UUID> seen = holders.readable(uses.stream().map(Use::holder).collect(Collectors.toSet()), actor);
        Map<UUID, Long> elsewhere = uses.stream()
                .filter(use -> seen.contains(use.holder))
                .collect(Collectors.groupingBy(Use::file, Collectors.counting()));
        return new EvidenceList(files.stream()
                .map(e -> EvidenceView.of(e, elsewhere.getOrDefault(e.id(), 0L)))
                .toList());
    }
}
