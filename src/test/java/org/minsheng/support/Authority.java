package org.minsheng.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own; the JDK's tool makes the certificates. */
public final class Authority {
    /** PEM files, as servers read them. */
    public record Issued(Path certificate, Path key) {}

    /** Of stores that hold nothing secret, or live as long as a test. */
    public static final String PASSPHRASE = "changeit";

    private final Path folder;
    private final String name;

    public Authority(Path folder, String name) throws IOException, InterruptedException {
        this.folder = folder;
        this.name = name;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=" + name, "-ext", "bc:critical=ca:true");
    }

    /** @param names as keytool writes them, e.g. {@code dns:database} */
    public Issued issue(String alias, String names) throws IOException, InterruptedException, GeneralSecurityException {
        keytool("-genkeypair", "-alias", alias, "-signer", "ca", "-dname", "CN=" + alias, "-ext", "san=" + names);
        KeyStore keys = KeyStore.getInstance(store().toFile(), PASSPHRASE.toCharArray());
        byte[] key = keys.getKey(alias, PASSPHRASE.toCharArray()).getEncoded();
        byte[] certificate = keys.getCertificate(alias).getEncoded();
        return new Issued(pem(alias + ".pem", "CERTIFICATE", certificate), pem(alias + "-key.pem", "PRIVATE KEY", key));
    }

    /** The authority alone, as PEM. */
    public Path certificate() throws IOException, GeneralSecurityException {
        return pem("ca.pem", "CERTIFICATE", own().getEncoded());
    }

    /** What a JDBC driver is told to trust: PKCS12 with {@link #PASSPHRASE}. */
    public Path truststore() throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name + "-trusted.p12");
        try (var out = Files.newOutputStream(file)) {
            trusting().store(out, PASSPHRASE.toCharArray());
        }
        return file;
    }

    /** Of a client that trusts this authority and nobody else. */
    public SSLContext context() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusting());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private KeyStore trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", own());
        return store;
    }

    private Certificate own() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store().toFile(), PASSPHRASE.toCharArray()).getCertificate("ca");
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    private Path pem(String file, String kind, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(name + "-" + file),
                "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "1"));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSPHRASE));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (made.waitFor() != 0) throw new IOException("keytool: " + said);
    }
}
