package org.minsheng.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection that is held back on purpose: a request, head and body, has to be there after the read timeout and what
 * a slow line takes for its bytes, and whoever is sent more than the buffers hold has to take some of it within the read
 * timeout. What is no request at all is answered after a moment, and who asks ahead is heard no further than the next request.
 * The idle timeout alone would be satisfied with a byte a minute, and each such client may hold a thread.
 */
final class Pace extends ChannelDuplexHandler {
    /** Of a telephone in a village. */
    private static final int SLOWEST_BYTES_A_SECOND = 8 << 10;

    /** One at work and one that waits; reading on with one at work, its client is seen to go. */
    private static final int ASKED_AHEAD = 2;

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";
    private static final String TLS = "ssl";
    private final long patience;
    private final long moment;
    private boolean watched;
    private int unanswered;
    private boolean heldBack;
    private long began;
    private long received;
    private ScheduledFuture<?> reading;
    private ScheduledFuture<?> writing;

    Pace(Duration patience, Duration moment) {
        this.patience = patience.toNanos();
        this.moment = moment.toNanos();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // who connects wants to say something
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            watch(context);
            if (reading == null) begin(context);
            received += bytes.readableBytes();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) writing = cancel(writing);
        else if (writing == null)
            writing = context.executor().schedule(() -> context.close(), patience, TimeUnit.NANOSECONDS);
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        reading = cancel(reading);
        writing = cancel(writing);
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        began = System.nanoTime();
        received = 0;
        expect(context, patience);
    }

    private void expect(ChannelHandlerContext context, long within) {
        reading = context.executor().schedule(() -> look(context), within, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        long left = began + patience + TimeUnit.SECONDS.toNanos(received) / SLOWEST_BYTES_A_SECOND - System.nanoTime();
        if (left <= 0) context.close();
        else expect(context, left);
    }

    /** Where a request ends only its decoder knows, and that is put in place later than this. */
    private void watch(ChannelHandlerContext context) {
        if (watched) return;
        watched = true;
        if (context.pipeline().get(TLS) == null) watchEnds(context.pipeline());
        else context.pipeline().addAfter(TLS, "pace-handshake", new Handshake());
    }

    private void watchEnds(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null) pipeline.addAfter(ENCODER, "pace-ends", new Ends());
        else {
            // another protocol, which has limits of its own, or a handshake that failed
            reading = cancel(reading);
            pipeline.remove(this);
        }
    }

    private static ScheduledFuture<?> cancel(ScheduledFuture<?> running) {
        if (running != null) running.cancel(false);
        return null;
    }

    /** The decoder comes with the end of the handshake, and the first request may be in the same bytes. */
    private final class Handshake extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (!(event instanceof SslHandshakeCompletionEvent)) return;
            watchEnds(context.pipeline());
            context.pipeline().remove(this);
        }
    }

    /** Who sends what is no request sends no more of it than one a moment on a connection; nothing after it is read. */
    private void late(ChannelHandlerContext context, HttpRequest unreadable) {
        heldBack = false;
        context.channel().config().setAutoRead(false);
        context.executor()
                .schedule(
                        () -> context.fireChannelRead(unreadable).fireChannelReadComplete(),
                        moment,
                        TimeUnit.NANOSECONDS);
    }

    /** The server would queue whatever comes, each behind all others. */
    private void asked(ChannelHandlerContext context) {
        if (++unanswered < ASKED_AHEAD) return;
        heldBack = true;
        context.channel().config().setAutoRead(false);
    }

    private void answered(ChannelHandlerContext context) {
        unanswered = Math.max(0, unanswered - 1);
        if (!heldBack || unanswered >= ASKED_AHEAD) return;
        heldBack = false;
        context.channel().config().setAutoRead(true);
    }

    private final class Ends extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) reading = cancel(reading);
            if (message instanceof HttpRequest) asked(context);
            if (message instanceof HttpRequest head && head.decoderResult().isFailure()) late(context, head);
            else context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean interim =
                    message instanceof HttpResponse head && head.status().code() < 200;
            context.write(message, promise);
            if (message instanceof LastHttpContent && !interim) answered(context);
        }
    }
}
