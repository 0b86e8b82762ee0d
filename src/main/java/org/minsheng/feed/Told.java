package org.minsheng.feed;

import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Reader;

/**
 * A change as it goes out to listeners: written once for all of them, with what decides who they are.
 *
 * @param leads paths of the units that led its project when it was read
 */
record Told(
        long index,
        String cursor,
        String json,
        Audience audience,
        String unitPath,
        UUID programme,
        UUID project,
        String subjectType,
        Set<String> leads) {

    static Told of(Change change, String json, Set<String> leads) {
        ChangeView v = change.view();
        return new Told(
                change.index(),
                v.cursor(),
                json,
                change.audience(),
                change.unitPath(),
                v.programmeId(),
                v.projectId(),
                v.subjectType(),
                leads);
    }

    boolean isFor(Actor actor, ChangeFilter filter) {
        if (!filter.admits(programme, project, subjectType)) return false;
        boolean led = leads.stream().anyMatch(actor.scope()::mayWorkIn);
        return new Reader(actor, led ? Set.of(project) : Set.of()).mayRead(audience, unitPath, project);
    }
}
