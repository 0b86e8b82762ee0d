package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.http.Page;
import org.minsheng.projects.Projects;

/** Entries as their readers see them; a page costs two statements more than its rows. */
@ApplicationScoped
class EntryAnswers {
    private final ProgressEntries entries;
    private final Projects projects;

    EntryAnswers(ProgressEntries entries, Projects projects) {
        this.entries = entries;
        this.projects = projects;
    }

    ProgressEntryView of(ProgressEntry entry, Actor actor) {
        return of(Page.of(List.of(entry), null, 1, null), actor).items().get(0);
    }

    Page<ProgressEntryView> of(Page<ProgressEntry> page, Actor actor) {
        Set<UUID> ids = page.items().stream().map(ProgressEntry::id).collect(Collectors.toSet());
        Set<UUID> named = page.items().stream().map(e -> e.projectId).collect(Collectors.toSet());
        Set<UUID> correcting = entries.beingCorrected(ids);
        Set<UUID> led = projects.led(named, actor.scope());
        return page.map(e -> ProgressEntryView.of(e, correcting.contains(e.id()), led.contains(e.projectId), actor));
    }
}
