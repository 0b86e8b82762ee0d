package org.minsheng.accounts;

import io.vertx.ext.web.RoutingContext;
import org.minsheng.http.Sha256;

/** Where a request comes from: its address (that of a trusted proxy's client) and what the program calls itself. */
record Origin(String address, String client) {
    private static final int LONGEST = 200;

    static Origin of(RoutingContext context) {
        String agent = context.request().getHeader("User-Agent");
        String client = agent == null ? null : agent.replaceAll("[^\\x20-\\x7e]", "?");
        return new Origin(
                context.request().remoteAddress() == null
                        ? null
                        : context.request().remoteAddress().hostAddress(),
                client == null || client.length() <= LONGEST ? client : client.substring(0, LONGEST));
    }

    /** The same program at the same place. */
    byte[] digest() {
        return Sha256.of(address + "\n" + client);
    }
}
