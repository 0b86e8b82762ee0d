package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that is longer than its operation takes: at once when it says so, else as soon as it is. */
@Provider
public class MeasuredBodies implements ReaderInterceptor {
    private static final String LIMIT = "minsheng.body-limit";

    @Inject
    RoutingContext context;

    @ServerRequestFilter
    public void announced(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod() == null) return;
        long limit = limit(resource.getResourceMethod());
        context.put(LIMIT, limit);
        if (Doorstep.announced(context.request()) > limit) throw tooLarge();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        reading.setInputStream(new Measured(reading.getInputStream(), context.get(LIMIT)));
        return reading.proceed();
    }

    private long limit(Method operation) {
        if (GatheredBodies.isStranger(context)) return BodyLimit.OF_STRANGERS;
        BodyLimit own = operation.getAnnotation(BodyLimit.class);
        return own == null ? BodyLimit.USUAL : own.value();
    }

    private Refusal tooLarge() {
        Doorstep.lastWord(context);
        return Refusal.of(413, "request.too-large");
    }

    private interface Read {
        int read() throws IOException;
    }

    private final class Measured extends FilterInputStream {
        private long left;

        Measured(InputStream body, long limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() {
            int read = whole(super::read);
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = whole(() -> super.read(into, offset, length));
            if (read > 0) count(read);
            return read;
        }

        /** A body that breaks off, or whose parts are not as they say, is its sender's mistake and not ours. */
        private int whole(Read part) {
            try {
                return part.read();
            } catch (IOException broken) {
                Doorstep.lastWord(context);
                throw Refusal.malformed("request.malformed");
            }
        }

        private void count(int read) {
            left -= read;
            if (left < 0) throw tooLarge();
        }
    }
}
