package org.minsheng.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.ledger.sequence.LedgerConfig;
import org.minsheng.ledger.sequence.Sequencer;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Sealing;

/** A witness that does not answer, or is not who it says, costs a warning and nothing else. */
@QuarkusTest
class AbsentWitnessTest {
    private static final char[] PASSPHRASE = "changeit".toCharArray();

    @Inject
    LedgerConfig config;

    @Inject
    Cosigned cosigned;

    @Inject
    Sequencer sequencer;

    @Inject
    Witnessing witnessing;

    @TempDir
    Path folder;

    @Test
    @Covers("ASVS 16.5.2")
    void without_its_witnesses_everything_goes_on() {
        LedgerConfig.Witness absent = at("http://127.0.0.1:1");
        LedgerConfig alone = (LedgerConfig) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {LedgerConfig.class},
                (proxy, method, arguments) -> method.getName().equals("witnesses")
                        ? Map.of("absent", absent)
                        : method.invoke(config, arguments));
        assertDoesNotThrow(() -> new Witnessing(alone, cosigned, sequencer).onTheHour());
        Given.district();
        Sealing.awaited();
        As.nobody().get("/public/v1/ledger/checkpoint").then().statusCode(200);
    }

    @Test
    @Covers("ASVS 12.3.2")
    void a_witness_whose_certificate_nobody_trusts_is_told_nothing() throws Exception {
        Sealing.awaited();
        AtomicInteger asked = new AtomicInteger();
        HttpsServer impostor = impostor(asked);
        try {
            String url = "https://127.0.0.1:" + impostor.getAddress().getPort();
            assertThrows(SSLHandshakeException.class, () -> witnessing.show("impostor-" + System.nanoTime(), at(url)));
            assertEquals(0, asked.get());
        } finally {
            impostor.stop(0);
        }
    }

    private LedgerConfig.Witness at(String url) {
        String key = config.witnesses().get("npc").key();
        return new LedgerConfig.Witness() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String key() {
                return key;
            }
        };
    }

    /** For the right address, signed by itself. */
    private HttpsServer impostor(AtomicInteger asked) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(selfSigned(), PASSPHRASE);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private KeyStore selfSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSPHRASE))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        if (made.waitFor() != 0) throw new IOException("keytool made no key");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSPHRASE);
        }
        return keys;
    }
}
