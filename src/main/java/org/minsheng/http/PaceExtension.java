package org.minsheng.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts a {@link Pace} before everything else of each connection that comes in, and reads little at a time; found by Netty. */
public class PaceExtension extends ChannelInitializerExtension {
    /** What is read is decoded before anybody can say stop: hundreds of requests of one connection. */
    private static final RecvByteBufAllocator LITTLE_AT_A_TIME =
            new AdaptiveRecvByteBufAllocator(64, 2 << 10, 16 << 10).maxMessagesPerRead(1);

    private Duration patience;
    private Duration moment;

    @Override
    public synchronized void postInitializeServerChildChannel(Channel channel) {
        if (patience == null) {
            moment = ConfigProvider.getConfig().getValue("minsheng.limits.refusal", Duration.class);
            patience = ConfigProvider.getConfig().getValue("quarkus.http.read-timeout", Duration.class);
        }
        channel.config().setRecvByteBufAllocator(LITTLE_AT_A_TIME);
        channel.pipeline().addFirst("pace", new Pace(patience, moment));
    }
}
