package org.minsheng.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;

/** Files and what they are evidence of. */
@ApplicationScoped
class Attachments {
    private static final int MOST = 200;
    private final EntityManager database;
    private final EvidenceFolder folder;
    private final Ledger ledger;

    Attachments(EntityManager database, EvidenceFolder folder, Ledger ledger) {
        this.database = database;
        this.folder = folder;
        this.ledger = ledger;
    }

    /** The same file behind the same thing again is a replay. */
    Evidence attach(Holder holder, String fileName, InputStream body, Actor actor, Instant now) {
        if (fileName.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f))
            throw Refusal.badParameter("fileName", "evidence.bad-file-name");
        List<Evidence> already = of(holder.id());
        if (already.size() >= MOST) throw Refusal.rule("evidence.too-many", MOST);
        EvidenceFolder.Stored file = folder.take(body, fileName);
        Optional<Evidence> same = already.stream()
                .filter(e -> java.util.Arrays.equals(e.sha256, file.sha256()))
                .findFirst();
        if (same.isPresent()) return same.get();
        Evidence evidence = new Evidence(holder, file, fileName, actor.account(), now);
        database.persist(evidence);
        ledger.record(actor, "evidence.attached", evidence);
        return evidence;
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

    EvidenceList view(List<Evidence> files, Scope scope) {
        if (files.isEmpty()) return new EvidenceList(List.of());
        Map<UUID, Long> elsewhere = new HashMap<>();
        for (Object[] row : database.createQuery("""
                        select e.id, count(o) from Evidence e join Evidence o on o.sha256 = e.sha256 join o.unit u
                        where e in :files and o.subjectId <> e.subjectId and u.path like :reading group by e.id""", Object[].class)
                .setParameter("files", files)
                .setParameter("reading", scope.reading())
                .getResultList()) elsewhere.put((UUID) row[0], (Long) row[1]);
        return new EvidenceList(files.stream()
                .map(e -> EvidenceView.of(e, elsewhere.getOrDefault(e.id(), 0L)))
                .toList());
    }
}
