package org.minsheng.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that install and run the server. */
record MariaDbServer(MariaDbBinaries binaries, DatabaseFolder folder) {
    static final String SCHEMA = "minsheng";
    static final String USER = "minsheng";
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Ends the server when the JVM's end of the pipe closes, which it does even after kill -9. Ctrl-C reaches the whole
     * terminal group, but the application drains its requests for a while and needs its database for that.
     */
    private static final String GUARD = """
            trap '' INT HUP
            "$@" </dev/null & server=$!
            trap 'kill -TERM $server' TERM
            exec 3<&0
            (read -r _ <&3; kill -TERM $server) 2>/dev/null & watch=$!
            wait $server || wait $server
            kill $watch 2>/dev/null
            """;

    Process run(int port, boolean durable) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", GUARD, "mariadb-guard"));
        }
        command.addAll(command(folder.tables()));
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // no Unix socket: its path may have 107 bytes only, and nobody uses it
                "--socket=",
                "--pid-file=" + folder.pidFile(),
                // making a key pair takes 15 s here and protects nothing on the loopback device
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=" + (durable ? 1 : 0),
                // a request gives up long before the default of 50 s
                "--innodb-lock-wait-timeout=2",
                "--innodb-print-all-deadlocks=ON",
                // a join through a buffer loses the order of the index that a page walks
                "--join-cache-level=0",
                "--max-connections=100",
                "--transaction-isolation=READ-COMMITTED",
                "--explicit-defaults-for-timestamp=ON",
                "--default-time-zone=+00:00",
                // what MySQL has by default
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
        Process process = start(command);
        if (!Files.isExecutable(SHELL)) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "embedded-database-stop"));
        }
        return process;
    }

    void install(Path tables) throws IOException, InterruptedException {
        List<String> command = command(tables);
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--innodb-flush-log-at-trx-commit=0"));
        Process process = start(command);
        try (OutputStream sql = process.getOutputStream()) {
            sql.write("create database mysql;\nuse mysql;\nset @auth_root_socket = null;\n".getBytes(UTF_8));
            Files.copy(binaries.share().resolve("mariadb_system_tables.sql"), sql);
            Files.copy(binaries.share().resolve("mariadb_system_tables_data.sql"), sql);
            sql.write(accounts().getBytes(UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("The database could not be installed; see " + folder.log() + ".");
        }
    }

    /** The server's own root is born without a password: lock it and throw its key away. */
    private String accounts() throws IOException {
        return """

                delete from mysql.global_priv where User = '' or User = 'root' and Host <> 'localhost';
                flush privileges;
                alter user root@localhost identified by '%s' account lock;
                create database %s;
                create user %s@127.0.0.1 identified by '%s';
                grant all on `%s%%`.* to %s@127.0.0.1;
                """.formatted(PrivateFile.randomHex(24), SCHEMA, USER, folder.password(), SCHEMA, USER);
    }

    private List<String> command(Path tables) {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.base(),
                "--datadir=" + tables,
                "--lc-messages-dir=" + binaries.share(),
                "--character-sets-dir=" + binaries.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                // both MySQL and MariaDB know it, and it tells emoji apart
                "--collation-server=utf8mb4_0900_ai_ci",
                "--innodb-log-file-size=16M",
                "--innodb-undo-tablespaces=0"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
    }
}
