package org.minsheng.feed;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** What goes over the wire of a stream. */
record Frames(Sse sse) {
    private static final long RECONNECT_AFTER_MILLIS = 3000;

    /** The point where the stream begins: whoever is cut off before the first change goes on from there. */
    OutboundSseEvent begin(String cursor) {
        return sse.newEventBuilder()
                .comment(" listening")
                .id(cursor)
                .reconnectDelay(RECONNECT_AFTER_MILLIS)
                .build();
    }

    OutboundSseEvent change(Told told) {
        return sse.newEventBuilder()
                .id(told.cursor())
                .name("change")
                .data(told.json())
                .build();
    }

    /** @param cursor null where the client's is good enough */
    OutboundSseEvent heartbeat(String cursor) {
        return sse.newEventBuilder().comment(" heartbeat").id(cursor).build();
    }

    /** Never sent. */
    OutboundSseEvent end() {
        return sse.newEventBuilder().comment(" end").build();
    }
}
