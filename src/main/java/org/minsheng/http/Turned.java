package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;

/** A request is turned away at the doorstep, before most filters have seen it. */
public record Turned(RoutingContext context) {}
