package org.minsheng.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts a {@link Pace} before everything else of each connection that comes in; found by Netty as a service. */
public class PaceExtension extends ChannelInitializerExtension {
    private Duration patience;
    private Duration moment;

    @Override
    public synchronized void postInitializeServerChildChannel(Channel channel) {
        if (patience == null) {
            moment = ConfigProvider.getConfig().getValue("minsheng.limits.refusal", Duration.class);
            patience = ConfigProvider.getConfig().getValue("quarkus.http.read-timeout", Duration.class);
        }
        channel.pipeline().addFirst("pace", new Pace(patience, moment));
    }
}
