package org.minsheng.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.minsheng.db.EmbeddedDatabase;

/** A database server of a test's own, always at the same port, which it may kill, hold, fill and lock. */
public final class OwnDatabase implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "own-database").toAbsolutePath();
    private static final String ADMIN = "tester";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> command;
    private final EmbeddedDatabase.Running at;
    private Process process;

    private OwnDatabase(List<String> command, EmbeddedDatabase.Running at) {
        this.command = command;
        this.at = at;
    }

    /** Empty, and on the disk when it says so. */
    public static OwnDatabase start(String... more) throws IOException {
        EmbeddedDatabase embedded =
                EmbeddedDatabase.durable(TestDatabase.JAR, TestDatabase.PROGRAMS, FOLDER.resolve("database"));
        List<String> command = new ArrayList<>();
        EmbeddedDatabase.Running at = embedded.start();
        try {
            ProcessHandle.Info server = ProcessHandle.of(
                            Long.parseLong(Files.readString(FOLDER.resolve("database/mariadb.pid"))
                                    .strip()))
                    .orElseThrow()
                    .info();
            command.add(server.command().orElseThrow());
            command.addAll(List.of(server.arguments().orElseThrow()));
        } finally {
            embedded.close();
        }
        command.add("--init-file=" + Files.writeString(FOLDER.resolve("admin.sql"), """
                create or replace user %1$s@127.0.0.1 identified by '%1$s';
                grant all on *.* to %1$s@127.0.0.1;
                drop database if exists minsheng;
                create database minsheng;
                """.formatted(ADMIN)));
        if (List.of(more).contains("--ssl")) command.remove("--skip-ssl");
        command.addAll(List.of(more));
        OwnDatabase own = new OwnDatabase(command, at);
        own.restart();
        command.removeIf(option -> option.startsWith("--init-file="));
        return own;
    }

    public void restart() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("server.log").toFile()))
                .start();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::answers);
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** It lives, keeps its connections and says nothing. */
    public void hold() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void letGo() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** As somebody who may do everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(at.jdbcUrl().replaceAll("max_statement_time=5", "$0000"), ADMIN, ADMIN);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) column.add(rows.getString(1));
            return column;
        }
    }

    public EmbeddedDatabase.Running at() {
        return at;
    }

    /** What an application is told to find it. */
    public List<String> settings() {
        return settings(at.jdbcUrl());
    }

    public List<String> settings(String jdbcUrl) {
        return List.of(
                "-Dquarkus.datasource.jdbc.url=" + jdbcUrl,
                "-Dquarkus.datasource.username=" + at.user(),
                "-Dquarkus.datasource.password=" + at.password());
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private boolean answers() throws IOException {
        if (!process.isAlive())
            throw new IOException("ended: " + Files.readString(FOLDER.resolve("server.log"), UTF_8));
        try (Connection connection = connect()) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
