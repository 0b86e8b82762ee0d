package org.minsheng.limits;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from: who has one IPv6 address has all of its /64 (RFC 6177). */
final class Network {
    private static final int PREFIX = 8;

    private Network() {}

    static String of(RoutingContext context) {
        return context.request().remoteAddress() == null
                ? ""
                : of(context.request().remoteAddress().hostAddress());
    }

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length <= PREFIX
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX));
    }
}
