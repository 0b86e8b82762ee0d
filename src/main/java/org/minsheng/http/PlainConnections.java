package org.minsheng.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Connections without TLS speak HTTP/1.1 and stay with it: a proxy that passes {@code Upgrade: h2c} on could not see any
 * more what is asked on them.
 */
@ApplicationScoped
class PlainConnections implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
