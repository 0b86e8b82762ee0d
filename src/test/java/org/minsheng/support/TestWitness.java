package org.minsheng.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.RfcVerifier;
import org.minsheng.ledger.proof.VerifierKey;

/** A witness as C2SP tlog-witness asks for: signs what is consistent with the last it has signed of a log, and nothing else. */
public final class TestWitness implements AutoCloseable {
    private final HttpServer server;
    private final PrivateKey secret;
    private final VerifierKey key;
    private final Map<String, Checkpoint> signed = new ConcurrentHashMap<>();

    public TestWitness() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            secret = pair.getPrivate();
            byte[] open = Ed25519Signer.of("x", secret.getEncoded()).key().publicKey();
            byte[] typed = new byte[33];
            typed[0] = VerifierKey.COSIGNATURE;
            System.arraycopy(open, 0, typed, 1, 32);
            key = new VerifierKey("npc.example/witness", typed);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/add-checkpoint", this::answer);
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String key() {
        return key.toString();
    }

    /** How many entries it has signed of the log by this name. */
    public long seen(String origin) {
        Checkpoint last = signed.get(origin);
        return last == null ? 0 : last.size();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String[] parts = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        long old = Long.parseLong(head.get(0).substring("old ".length()));
        Note note = Note.parse(parts[1]);
        Checkpoint shown = Checkpoint.of(note.text()).orElseThrow();
        Checkpoint last = signed.get(shown.origin());
        long seen = seen(shown.origin());
        if (old != seen) {
            send(exchange, 409, seen + "\n");
            return;
        }
        List<byte[]> proof =
                head.stream().skip(1).map(Base64.getDecoder()::decode).toList();
        boolean consistent = last == null
                ? proof.isEmpty()
                : RfcVerifier.consistent(seen, shown.size(), last.root(), shown.root(), proof);
        if (!consistent) {
            send(exchange, seen == shown.size() ? 409 : 422, "not consistent\n");
            return;
        }
        signed.put(shown.origin(), shown);
        send(exchange, 200, line(note.text()) + "\n");
    }

    private String line(String text) {
        try {
            long now = System.currentTimeMillis() / 1000;
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(("cosignature/v1\ntime " + now + "\n" + text).getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] all = ByteBuffer.allocate(8 + signed.length)
                    .putLong(now)
                    .put(signed)
                    .array();
            return Note.line(key, all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
