package org.minsheng.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.minsheng.access.Actor;
import org.minsheng.access.ClientScope;
import org.minsheng.access.Machines;
import org.minsheng.accounts.Accounts;
import org.minsheng.ledger.sequence.LedgerGrown;
import org.minsheng.ledger.sequence.Sequencer;

/** The one thread behind all streams: follows the log, wakes who waits, and looks whether they may still listen. */
@ApplicationScoped
class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration SURE = Duration.ofSeconds(4); // and a tick: 5 s at most
    private static final long LONGEST_TICK = 1000;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Tail.daemons("changes-follower"), new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean told = new AtomicBoolean();
    private final Tail tail;
    private final Listeners listeners;
    private final Accounts accounts;
    private final Machines machines;
    private final Sequencer sequencer;
    private boolean failing;
    private Instant checked = Instant.EPOCH;

    Follower(Tail tail, Listeners listeners, Accounts accounts, Machines machines, Sequencer sequencer) {
        this.tail = tail;
        this.listeners = listeners;
        this.accounts = accounts;
        this.machines = machines;
        this.sequencer = sequencer;
    }

    void start(@Observes StartupEvent event) {
        long tick = Math.min(LONGEST_TICK, listeners.heartbeat().toMillis() / 3);
        thread.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    /** Streams would hold up the end of everything else; their clients come back elsewhere. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        listeners.close();
    }

    void stop(@Observes ShutdownEvent event) {
        listeners.close();
        thread.shutdownNow();
    }

    /** On the sequencer's thread, which has no time for readers. */
    void grown(@Observes LedgerGrown growth) {
        if (!listeners.all().isEmpty() && told.compareAndSet(false, true)) thread.execute(this::tick);
    }

    private void tick() {
        told.set(false);
        if (listeners.all().isEmpty()) return;
        try {
            check(listeners.now());
            // whoever has put it in order, and whatever could not be read before
            if (sequencer.progress().size() != tail.window().to() && !tail.follow())
                listeners.all().forEach(listeners::end);
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) LOG.warn("listeners wait for the database: " + failed.getMessage(), failed);
            failing = true;
        }
        listeners.lookAll();
    }

    /** One statement for all of them, one more for machines. */
    private void check(Instant now) {
        if (now.isBefore(checked.plus(SURE))) return;
        List<Listener> present = List.copyOf(listeners.all());
        Map<UUID, Actor> alive = alive(present);
        checked = now;
        for (Listener one : present) {
            Asked asked = one.asked();
            boolean may = asked.isStillBy(alive.get(asked.credential()));
            if (!may || one.isStuck(now)) listeners.end(one);
        }
    }

    private Map<UUID, Actor> alive(List<Listener> present) {
        Map<Boolean, Set<UUID>> credentials = present.stream()
                .map(Listener::asked)
                .collect(Collectors.partitioningBy(
                        Asked::isByMachine, Collectors.mapping(Asked::credential, Collectors.toSet())));
        Map<UUID, Actor> alive = new HashMap<>(accounts.actorsOf(credentials.get(false)));
        machines.admitted(credentials.get(true)).forEach((client, machine) -> {
            if (machine.scopes().contains(ClientScope.FEED)) alive.put(client, machine.actor());
        });
        return alive;
    }
}
