package org.minsheng;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.minsheng.db.EmbeddedDatabase;
import org.minsheng.db.PrivateFile;

/** Everything a real installation brings along, made up once in a folder of the user's home. */
record Demo(Settings settings) {
    private static final String EVIDENCE_FOLDER = "minsheng.evidence.folder";
    private static final String PIN_FILE = "minsheng.ledger.pin-file";
    private static final String DATABASE_JAR = "embedded-database/mariadb.jar";

    void prepare() throws IOException {
        Path folder = settings.find("minsheng.demo.folder")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".minsheng-ledger"))
                .toAbsolutePath();
        if (settings.find(Settings.JDBC_URL).isEmpty()) {
            startDatabase(folder);
        }
        offer(Settings.SECRET_FILE, folder.resolve("secret"), () -> PrivateFile.randomHex(32));
        offer(Settings.TOKEN_KEY_FILE, folder.resolve("token-key.pem"), SigningKey::newPem);
        offer(Settings.LEDGER_KEY_FILE, folder.resolve("ledger-key.pem"), SigningKey::newLedgerPem);
        offer(EVIDENCE_FOLDER, folder.resolve("evidence"));
        offer(PIN_FILE, folder.resolve("ledger-pin"));
    }

    private void startDatabase(Path folder) throws IOException {
        // nobody closes it: it serves until the JVM ends, also while the last requests are drained
        EmbeddedDatabase.Running database = EmbeddedDatabase.durable(databaseJar(), folder, folder.resolve("database"))
                .start();
        System.setProperty(Settings.JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
    }

    private Path databaseJar() throws IOException {
        Optional<Path> told = settings.find("minsheng.demo.mariadb-jar").map(Path::of);
        return told.or(() -> besideTheApplication())
                .orElseThrow(() -> new IOException("The demo found no " + DATABASE_JAR
                        + " beside the application; set MINSHENG_DEMO_MARIADB_JAR to the MariaDB binaries' jar."));
    }

    private static Optional<Path> besideTheApplication() {
        try {
            Path code = Path.of(Demo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(code.getParent(), above -> above != null, Path::getParent)
                    .limit(3) // target/quarkus-app/app/
                    .map(above -> above.resolve(DATABASE_JAR))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void offer(String property, Path file, Supplier<String> content) throws IOException {
        if (settings.find(property).isEmpty()) {
            PrivateFile.readOrCreate(file, content);
            System.setProperty(property, file.toString());
        }
    }

    private void offer(String property, Path path) {
        if (settings.find(property).isEmpty()) System.setProperty(property, path.toString());
    }
}
