package org.minsheng.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.items.Item;
import org.minsheng.items.Items;
import org.minsheng.progress.ProgressEntries;
import org.minsheng.progress.ProgressEntry;

/** The entries and items that files are evidence of: whoever may read one may read its files. */
@ApplicationScoped
class Holders {
    private final EntityManager database;
    private final ProgressEntries entries;
    private final Items items;

    Holders(EntityManager database, ProgressEntries entries, Items items) {
        this.database = database;
        this.entries = entries;
        this.items = items;
    }

    void requireReadable(Evidence.SubjectType type, UUID id, Actor actor) {
        boolean seen = type == Evidence.SubjectType.ITEM
                ? items.readable(id, actor).isPresent()
                : entries.readable(id, actor).isPresent();
        if (!seen) throw Refusal.notFound();
    }

    /** Those of these entries and items that the caller may read. */
    Set<UUID> readable(Set<UUID> ids, Actor actor) {
        if (ids.isEmpty()) return Set.of();
        Set<UUID> readable = new HashSet<>(entries.readable(ids, actor));
        readable.addAll(items.readable(ids, actor));
        return readable;
    }

    /** One that the caller works on and nobody has decided. */
    Holder requireInHand(Evidence.SubjectType type, UUID id, Actor actor) {
        return requireInHand(type, id, actor, LockModeType.NONE);
    }

    /** The same; who else wants to change what belongs to it waits. */
    Holder lockInHand(Evidence.SubjectType type, UUID id, Actor actor) {
        return requireInHand(type, id, actor, LockModeType.PESSIMISTIC_WRITE);
    }

    private Holder requireInHand(Evidence.SubjectType type, UUID id, Actor actor, LockModeType lock) {
        if (type == Evidence.SubjectType.ITEM) {
            Item item = items.own(id, actor.scope()).orElseThrow(Refusal::notFound);
            if (lock != LockModeType.NONE) database.refresh(item, lock);
            item.requireUndecided();
            return Holder.of(item);
        }
        ProgressEntry entry = entries.own(id, actor.scope()).orElseThrow(Refusal::notFound);
        if (lock != LockModeType.NONE) database.refresh(entry, lock);
        entry.requireInHand();
        return Holder.of(entry);
    }
}
