package org.minsheng.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Another issuer of ID tokens, as 统一身份认证 is one: signs the claims that a test sends it, and changes its key when asked. */
public final class TestIssuer implements AutoCloseable {
    public static final String NAME = "https://sso.example/realms/gov";
    public static final String AUDIENCE = "minsheng-front-end";
    private final HttpServer server;
    private RsaJsonWebKey key;

    public TestIssuer() {
        try {
            change();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", this::keys);
            server.createContext("/moved", this::moved);
            server.createContext("/sign", this::sign);
            server.createContext("/change", this::changed);
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void change() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(UUID.randomUUID().toString());
    }

    private synchronized void keys(HttpExchange exchange) throws IOException {
        send(exchange, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private void moved(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/keys");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private synchronized void sign(HttpExchange exchange) throws IOException {
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setPayload(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            token.setAlgorithmHeaderValue("RS256");
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setKey(key.getPrivateKey());
            send(exchange, token.getCompactSerialization());
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private synchronized void changed(HttpExchange exchange) throws IOException {
        try {
            change();
            send(exchange, key.getKeyId());
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
