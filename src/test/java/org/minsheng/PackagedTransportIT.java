package org.minsheng;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Authority;
import org.minsheng.support.ClientHello;
import org.minsheng.support.Covers;
import org.minsheng.support.OwnDatabase;
import org.minsheng.support.PackagedApplication;
import org.minsheng.support.TestSecrets;

/** Production with certificates on both of its sides, as the compose file runs it: nothing is said in plain. */
class PackagedTransportIT {
    private static final String KEY = "/public/v1/ledger/key";
    private static final int PATIENCE = 2_000;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int PROTOCOL_VERSION = 70;

    @TempDir
    static Path folder;

    private static Authority inner;
    private static Authority stranger;
    private static OwnDatabase database;
    private static PackagedApplication application;
    private static int port;

    @BeforeAll
    static void an_installation() throws Exception {
        inner = new Authority(folder, "inner");
        stranger = new Authority(folder, "stranger");
        Authority.Issued forDatabase = inner.issue("database", "ip:127.0.0.1");
        database =
                OwnDatabase.start("--ssl", "--ssl-cert=" + forDatabase.certificate(), "--ssl-key=" + forDatabase.key());
        database.execute("set global require_secure_transport = 1");
        application = start(inner.issue("ledger", "dns:localhost,ip:127.0.0.1"));
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(ConnectException.class)
                .until(() -> application.get("/q/health/ready") == 200);
    }

    private static PackagedApplication start(Authority.Issued own) throws Exception {
        port = PackagedApplication.freePort();
        List<String> options = new ArrayList<>(database.settings(verified(inner, "127.0.0.1")));
        options.add("-Dquarkus.http.ssl-port=" + port);
        options.add("-Dquarkus.http.ssl.certificate.files=" + own.certificate());
        options.add("-Dquarkus.http.ssl.certificate.key-files=" + own.key());
        options.add("-Dquarkus.http.read-timeout=" + Duration.ofMillis(PATIENCE));
        TestSecrets.in(folder.resolve("secrets")).forEach((name, value) -> options.add("-D" + name + "=" + value));
        return PackagedApplication.start(options.toArray(String[]::new));
    }

    @AfterAll
    static void gone() throws Exception {
        try (OwnDatabase ended = database) {
            application.close();
        }
    }

    @Test
    @Covers({"ASVS 12.2.1", "ASVS 12.3.3"})
    void the_plain_port_is_shut_and_nothing_but_tls_is_spoken_on_the_other() throws Exception {
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", application.port()).close());
        try (Socket plain = new Socket("127.0.0.1", port)) {
            plain.setSoTimeout(10_000);
            plain.getOutputStream()
                    .write(("GET " + KEY + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertFalse(answer.contains("HTTP/"), answer);
        }
    }

    @Test
    @Covers({"ASVS 12.1.1", "ASVS 12.1.2"})
    void old_versions_and_weak_suites_are_refused() throws Exception {
        int good = 0xc02b;
        assertEquals("hello", ClientHello.answer(port, ClientHello.TLS_1_2, good));
        assertEquals("alert " + PROTOCOL_VERSION, ClientHello.answer(port, ClientHello.TLS_1_1, good, 0xc009));
        // RSA key exchange, CBC, 3DES, RC4, no authentication, no encryption
        for (int weak : List.of(0x009c, 0xc009, 0xc00a, 0xc023, 0xc008, 0xc007, 0xc018, 0xc006))
            assertEquals(
                    "alert " + HANDSHAKE_FAILURE,
                    ClientHello.answer(port, ClientHello.TLS_1_2, weak),
                    Integer.toHexString(weak));
    }

    @Test
    void who_trusts_the_authority_is_answered_over_tls_1_3_and_told_to_come_so_again() throws Exception {
        HttpResponse<String> answer = get(inner);
        assertEquals(200, answer.statusCode());
        assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        assertEquals(
                "max-age=31536000; includeSubDomains",
                answer.headers().firstValue("Strict-Transport-Security").orElseThrow());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }

    @Test
    @Covers("ASVS 12.3.4")
    void who_trusts_another_authority_says_nothing() {
        assertThrows(SSLHandshakeException.class, () -> get(stranger));
    }

    @Test
    void who_holds_an_encrypted_connection_back_is_ended() throws Exception {
        try (Socket silent = new Socket("127.0.0.1", port)) {
            silent.setSoTimeout(10 * PATIENCE);
            assertEquals(-1, silent.getInputStream().read());
        }
        try (Socket slow = connected()) {
            slow.getOutputStream().write("GET /api/v1/me HTTP/1.1\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofMillis(10 * PATIENCE))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> isGone(slow));
        }
    }

    @Test
    void who_has_asked_may_rest_and_ask_again() throws Exception {
        try (Socket calm = connected()) {
            assertEquals("HTTP/1.1 401", asked(calm));
            calm.setSoTimeout(2 * PATIENCE);
            assertThrows(
                    SocketTimeoutException.class, () -> calm.getInputStream().read());
            assertEquals("HTTP/1.1 401", asked(calm));
        }
    }

    @Test
    @Covers("ASVS 12.3.1")
    void the_database_is_known_by_its_certificate_and_its_name() throws Exception {
        assertTrue(cipher(verified(inner, "127.0.0.1")).startsWith("TLS"));
        assertRefused(verified(stranger, "127.0.0.1"), "does not chain");
        assertRefused(verified(inner, "localhost"), "localhost");
    }

    /** As the compose file connects, with this host and these files. */
    private static String verified(Authority trusted, String host) throws Exception {
        String plain = database.at().jdbcUrl();
        assertTrue(plain.contains("sslMode=DISABLED"), plain);
        return plain.replace("sslMode=DISABLED", "sslMode=VERIFY_IDENTITY").replace("//127.0.0.1", "//" + host)
                + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStoreUrl="
                + trusted.truststore().toUri() + "&trustCertificateKeyStorePassword=" + Authority.PASSPHRASE;
    }

    private static String cipher(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, database.at().user(), database.at().password());
                var rows = connection.createStatement().executeQuery("show status like 'Ssl_cipher'")) {
            rows.next();
            return rows.getString(2);
        }
    }

    private static void assertRefused(String url, String reason) {
        Throwable why = assertThrows(SQLException.class, () -> cipher(url));
        while (!(why instanceof CertificateException) && why.getCause() != null) why = why.getCause();
        assertTrue(why.toString().contains(reason), why::toString);
    }

    private static HttpResponse<String> get(Authority trusted) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusted.context())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + KEY))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static Socket connected() throws Exception {
        Socket socket = inner.context().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String asked(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[16 << 10];
        int read = socket.getInputStream().read(answer);
        String text = new String(answer, 0, read, StandardCharsets.US_ASCII);
        while (!text.contains("\"status\"")) {
            read = socket.getInputStream().read(answer);
            text += new String(answer, 0, read, StandardCharsets.UTF_8);
        }
        return text.substring(0, "HTTP/1.1 401".length());
    }

    private static boolean isGone(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException ended) {
            return true;
        }
    }
}
