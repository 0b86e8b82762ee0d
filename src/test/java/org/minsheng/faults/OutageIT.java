package org.minsheng.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;
import org.minsheng.support.OwnDatabase;
import org.minsheng.support.PackagedApplication;

/**
 * What a database can do to a running installation. Whatever it is: each request is answered within 6 s, with success or with
 * 503 and when to come back; readiness says so; 5 s after it is over all is as before; nothing acknowledged is lost.
 */
class OutageIT {
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);
    private static final Duration NOTICED = Duration.ofSeconds(6);
    /** Refusals are written down every five seconds, and once more when that failed. */
    private static final Duration WRITTEN_DOWN = Duration.ofSeconds(12);

    @TempDir
    static Path folder;

    private static OwnDatabase database;
    private static PackagedApplication application;
    private Writers writers;
    private Ear ear;

    @BeforeAll
    static void an_installation() throws Exception {
        database = OwnDatabase.start();
        List<String> options = new ArrayList<>(database.settings());
        options.add("-Dminsheng.demo.history=false");
        options.add("-Dquarkus.datasource.jdbc.max-size=10");
        options.add("-Dminsheng.limits.person=1000000");
        options.add("-Dminsheng.limits.at-once-of-one=1000");
        application = PackagedApplication.demo(folder, options.toArray(String[]::new));
        application.awaitWelcome();
    }

    @AfterAll
    static void gone() throws Exception {
        try (OwnDatabase ended = database;
                PackagedApplication stopped = application) {
            Files.writeString(Path.of("target", "outage-application.log"), application.output());
            assertEquals(
                    List.of(),
                    application
                            .output()
                            .lines()
                            .filter(l -> l.contains("Exception in thread"))
                            .toList());
        }
    }

    @BeforeEach
    void clients_that_write() throws Exception {
        writers = new Writers(application.address(), 16);
        ear = new Ear(application.address(), writers.token());
        await().atMost(AFTERWARDS).until(() -> !ear.codes.isEmpty());
        writers.awaitProgress(Duration.ofSeconds(20));
    }

    @AfterEach
    void all_is_as_before_and_nothing_acknowledged_is_lost() throws Exception {
        writers.awaitProgress(AFTERWARDS);
        await().atMost(AFTERWARDS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> application.get("/q/health/ready") == 200);
        writers.close();
        assertEquals(List.of(), List.copyOf(writers.complaints));
        assertTrue(writers.refused.get() > 0);
        assertEquals(new TreeSet<>(writers.codes()), new TreeSet<>(rows("select code from unit")));
        await().atMost(AFTERWARDS)
                .until(() -> database.column("select * from ledger_pending").isEmpty());
        List<String> told = told();
        assertEquals(new TreeSet<>(writers.codes()), new TreeSet<>(told));
        List<String> since = told.subList(told.indexOf(ear.codes.peek()), told.size());
        await().atMost(AFTERWARDS).until(() -> ear.codes.size() >= since.size());
        assertEquals(since, List.copyOf(ear.codes));
        ear.close();
    }

    @Test
    @Covers("ASVS 2.3.3")
    void it_is_killed() throws Exception {
        database.kill();
        refusing();
        database.restart();
    }

    @Test
    @Covers("ASVS 2.3.3")
    void it_hangs() throws Exception {
        database.hold();
        refusing();
        database.letGo();
    }

    @Test
    void it_takes_no_writes_any_more() throws Exception {
        int before = application.output().length();
        database.execute("set global read_only = 1");
        refusing();
        assertEquals(
                200,
                RestAssured.get(application.address() + "/public/v1/ledger/checkpoint")
                        .statusCode());
        // who was not let in meanwhile is told of afterwards
        RestAssured.get(application.address() + "/api/v1/projects").then().statusCode(401);
        await().atMost(WRITTEN_DOWN)
                .until(() -> application.output().substring(before).contains("RefusedRequests"));
        database.execute("set global read_only = 0");
        await().atMost(WRITTEN_DOWN)
                .until(() -> !database.column("select body from ledger_event where action = 'request.refused'"
                                + " and body like '%GET /api/v1/projects%'")
                        .isEmpty());
    }

    @Test
    void its_disk_is_full() throws Exception {
        // a table that is full in earnest sometimes ends this server in the middle of a rollback
        database.execute("create trigger full before insert on ledger_event for each row"
                + " signal sqlstate 'HY000' set mysql_errno = 1021, message_text = 'Disk full'");
        refusing();
        database.execute("drop trigger full");
    }

    @Test
    void its_tables_are_locked_until_the_pool_has_no_connection_left() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("lock tables unit write");
            refusing();
        }
    }

    private void refusing() {
        await().atMost(NOTICED)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> application.get("/q/health/ready") == 503);
        writers.awaitRefusals(NOTICED);
        writers.awaitRefusals(NOTICED);
    }

    /** What the log says that these clients have opened, in its order. */
    private List<String> told() throws SQLException {
        return rows("""
                select u.code from unit u join ledger_event e on e.subject_type = 'unit' and e.subject_id = u.id
                  join ledger_sequence s on s.event_pk = e.id order by s.idx""");
    }

    private List<String> rows(String sql) throws SQLException {
        return database.column(sql).stream()
                .filter(code -> code.startsWith(writers.prefix()))
                .toList();
    }
}
