package org.minsheng.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.minsheng.ledger.Audience;
import org.minsheng.projects.Projects;

/** Reads for listeners: each new place once for all of them, and older ones for whoever is behind, a few at a time. */
@ApplicationScoped
class Tail {
    /** What one listener missed, already chosen for them. */
    record Missed(List<Told> told, long until) {}

    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final int AT_ONCE = 50;
    private static final int READERS = 4;
    private final Feed feed;
    private final Projects projects;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            READERS,
            READERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // a listener waits in it once, and there are only so many
            daemons("changes-reader"),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile Window window = Window.NONE;

    Tail(Feed feed, Projects projects, Cursors cursors, ObjectMapper json) {
        this.feed = feed;
        this.projects = projects;
        this.cursors = cursors;
        this.json = json;
        readers.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        readers.shutdownNow();
    }

    Window window() {
        return window;
    }

    String cursor(Window window, long place) {
        return cursors.of(window.origin(), place);
    }

    /** By one thread at a time; false where another log has taken the place of the one followed so far. */
    @ActivateRequestContext
    boolean follow() {
        LogEnd end = feed.end();
        Window now = window;
        if (!now.isOf(end)) {
            window = Window.NONE;
            return false;
        }
        long first = Math.max(now.to(), end.size() - Window.LONGEST);
        if (first >= end.size()) return true;
        List<Change> changes = feed.all(first, end);
        Map<UUID, Set<String>> leads = projects.leads(changes.stream()
                .filter(c -> c.audience() == Audience.WORK)
                .map(c -> c.view().projectId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        window = now.with(
                end,
                first,
                changes.stream()
                        .map(c -> told(c, leads.getOrDefault(c.view().projectId(), Set.of())))
                        .toList());
        return true;
    }

    /** Later and elsewhere; null to the taker when it failed. */
    void read(long from, Asked asked, Consumer<Missed> taker) {
        readers.execute(() -> {
            Missed read = null;
            try {
                Stretch stretch = feed.seen(from, feed.end(), asked.filter(), asked.actor(), AT_ONCE);
                List<Told> told =
                        stretch.changes().stream().map(c -> told(c, Set.of())).toList();
                read = new Missed(told, stretch.until());
            } catch (RuntimeException failed) {
                LOG.warn("a listener waits for the database: " + failed.getMessage());
            }
            taker.accept(read);
        });
    }

    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private Told told(Change change, Set<String> leads) {
        try {
            return Told.of(change, json.writeValueAsString(change.view()), leads);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
