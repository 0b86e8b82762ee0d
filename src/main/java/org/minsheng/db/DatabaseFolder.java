package org.minsheng.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder of one embedded database, held by one JVM at a time; the operating system lets go when that JVM dies. */
final class DatabaseFolder implements AutoCloseable {
    private static final int FAREWELL_SECONDS = 20;

    private final Path folder;
    private final FileChannel lock;

    private DatabaseFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DatabaseFolder take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("The database folder " + folder
                    + " is in use by another running instance; stop that one or choose another folder.");
        }
        DatabaseFolder taken = new DatabaseFolder(folder, channel);
        taken.awaitFormerServer();
        return taken;
    }

    Path tables() {
        return folder.resolve("tables");
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    Path pidFile() {
        return folder.resolve("mariadb.pid");
    }

    String password() throws IOException {
        return PrivateFile.readOrCreate(folder.resolve("password"), () -> PrivateFile.randomHex(24));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    /** The server outlives a killed JVM by the moment it needs to write its pages down. */
    private void awaitFormerServer() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        String pid = Files.readString(pidFile()).strip();
        Optional<ProcessHandle> former = Optional.of(pid)
                .filter(digits -> digits.matches("\\d+"))
                .flatMap(digits -> ProcessHandle.of(Long.parseLong(digits)))
                .filter(DatabaseFolder::isServer);
        if (former.isEmpty()) {
            return;
        }
        try {
            former.get().onExit().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            close();
            throw new IOException("The former database server (process " + pid + ") on " + folder
                    + " has not ended; end it and start again.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the former database server was ending.", interrupted);
        }
    }

    // a process number alone may belong to anybody by now
    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.matches(".*(mariadbd|mysqld)(\\.exe)?"))
                .isPresent();
    }
}
