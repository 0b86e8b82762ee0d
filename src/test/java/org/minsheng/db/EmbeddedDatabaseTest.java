package org.minsheng.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.db.EmbeddedDatabase.Running;
import org.minsheng.support.Covers;
import org.minsheng.support.TestDatabase;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void keeps_its_data_and_its_password_over_a_restart() throws Exception {
        String password;
        try (EmbeddedDatabase database = database()) {
            Running running = database.start();
            password = running.password();
            execute(running, "create table note (text varchar(20))");
            execute(running, "insert into note values ('民生实事 😀')");
        }
        try (EmbeddedDatabase database = database()) {
            Running running = database.start();
            assertEquals(password, running.password());
            assertEquals("民生实事 😀", select(running, "select text from note"));
            execute(running, "drop table note");
        }
    }

    @Test
    void refuses_a_folder_that_another_one_uses() throws Exception {
        try (EmbeddedDatabase first = database();
                EmbeddedDatabase second = database()) {
            first.start();
            IOException refusal = assertThrows(IOException.class, second::start);
            assertEquals(
                    "The database folder " + folder.toAbsolutePath()
                            + " is in use by another running instance; stop that one or choose another folder.",
                    refusal.getMessage());
        }
    }

    @Test
    @Covers("ASVS 13.2.1")
    void lets_nobody_in_without_its_password() throws Exception {
        try (EmbeddedDatabase database = database()) {
            Running running = database.start();
            assertRefused(running.jdbcUrl(), "root", "");
            assertRefused(running.jdbcUrl(), running.user(), "");
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
        }
    }

    @Test
    @Covers("ASVS 16.2.2")
    void works_in_utc_reads_what_is_committed_and_tells_emoji_apart() throws Exception {
        try (EmbeddedDatabase database = database()) {
            Running running = database.start();
            assertEquals("+00:00", select(running, "select @@time_zone"));
            assertEquals("READ-COMMITTED", select(running, "select @@transaction_isolation"));
            assertEquals("0", select(running, "select '😀' = '😁'"));
            assertEquals("127.0.0.1", select(running, "select @@bind_address"));
        }
    }

    @Test
    void says_where_it_looked_for_missing_binaries() {
        Path nowhere = folder.resolve("nowhere.jar");
        try (EmbeddedDatabase database = EmbeddedDatabase.disposable(nowhere, folder, folder)) {
            IOException refusal = assertThrows(IOException.class, database::start);
            assertTrue(refusal.getMessage().contains(nowhere.toString()), refusal.getMessage());
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private EmbeddedDatabase database() {
        return EmbeddedDatabase.disposable(TestDatabase.JAR, TestDatabase.PROGRAMS, folder);
    }

    private static void assertRefused(String url, String user, String password) {
        SQLException refusal = assertThrows(SQLException.class, () -> DriverManager.getConnection(url, user, password)
                .close());
        assertEquals("28000", refusal.getSQLState());
    }

    private static void execute(Running running, String sql) throws SQLException {
        try (Connection connection = connect(running);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String select(Running running, String sql) throws SQLException {
        try (Connection connection = connect(running);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Running running) throws SQLException {
        return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
    }
}
