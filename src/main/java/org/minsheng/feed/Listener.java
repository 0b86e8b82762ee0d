package org.minsheng.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One stream: gives one frame for each that the client takes, from the shared window or, behind it, from the database. Keeps
 * nothing but a place, and at most one page of what was missed.
 */
class Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Asked asked;
    private final Tail tail;
    private final Listeners all;
    private final OutboundSseEvent end;
    private final Deque<Told> missed = new ArrayDeque<>();
    private OutboundSseEvent greeting;
    private UniEmitter<? super OutboundSseEvent> taker;
    private long place;
    private long known;
    private boolean reading;
    private boolean over;
    private Instant heard;

    Listener(Asked asked, Tail tail, Listeners all) {
        this.asked = asked;
        this.tail = tail;
        this.all = all;
        end = asked.frames().end();
        greeting = asked.frames().begin(asked.cursor());
        place = asked.from();
        known = place;
        heard = all.now();
    }

    Asked asked() {
        return asked;
    }

    Uni<OutboundSseEvent> next() {
        return Uni.createFrom().emitter(asking -> {
            synchronized (this) {
                taker = asking;
                heard = all.now();
            }
            look();
        });
    }

    boolean isEnd(OutboundSseEvent frame) {
        return frame == end;
    }

    void finish() {
        synchronized (this) {
            over = true;
        }
        look();
    }

    /** Takes nothing any more, or never began to. */
    synchronized boolean isStuck(Instant now) {
        return taker == null && now.isAfter(heard.plus(PATIENCE));
    }

    /** Gives what there is to whoever waits for it. */
    void look() {
        UniEmitter<? super OutboundSseEvent> waiting;
        OutboundSseEvent frame;
        synchronized (this) {
            if (taker == null) return;
            frame = frame();
            if (frame == null) return;
            waiting = taker;
            taker = null;
        }
        waiting.complete(frame);
    }

    private OutboundSseEvent frame() {
        if (over || !all.now().isBefore(asked.expires())) return end;
        if (greeting != null) {
            OutboundSseEvent first = greeting;
            greeting = null;
            return first;
        }
        if (!missed.isEmpty()) return change(missed.poll());
        Window window = tail.window();
        if (place < window.from()) return behind(window);
        for (Told told : window.since(place)) {
            place = told.index() + 1;
            if (told.isFor(asked.actor(), asked.filter())) return change(told);
        }
        place = Math.max(place, window.to());
        return heartbeat(window);
    }

    private OutboundSseEvent change(Told told) {
        known = told.index() + 1;
        all.sent();
        return asked.frames().change(told);
    }

    private OutboundSseEvent heartbeat(Window window) {
        if (all.now().isBefore(heard.plus(all.heartbeat()))) return null;
        if (place - known < Stretch.NEAR) return asked.frames().heartbeat(null);
        known = place;
        return asked.frames().heartbeat(tail.cursor(window, place));
    }

    private OutboundSseEvent behind(Window window) {
        if (!reading) {
            reading = true;
            tail.read(place, asked, this::take);
        }
        return heartbeat(window);
    }

    /** Nothing when it could not be read: the next look asks again. */
    private void take(Tail.Missed read) {
        synchronized (this) {
            reading = false;
            if (read == null) return;
            missed.addAll(read.told());
            place = read.until();
        }
        look();
    }
}
