package org.minsheng.access;

import io.vertx.ext.web.RoutingContext;

/** Access tokens that were accepted before; who brings one is no stranger. */
public interface KnownTokens {
    boolean isKnown(RoutingContext bringer);
}
