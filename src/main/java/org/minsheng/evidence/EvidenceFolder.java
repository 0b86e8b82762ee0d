package org.minsheng.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.minsheng.http.Refusal;

/** The files themselves, each under its SHA-256: {@code ab/cdef…}. What is there is never overwritten. */
@ApplicationScoped
class EvidenceFolder {
    /** A file that waits for its place, and is gone when this is closed before it got one. */
    record Upload(Path file, byte[] sha256, long size, String mediaType) implements AutoCloseable {
        @Override
        public void close() {
            discard(file);
        }
    }

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private final Path folder;

    EvidenceFolder(EvidenceConfig config) {
        folder = config.folder();
    }

    /** What an upload that died left behind; younger files may belong to another instance. */
    void started(@Observes StartupEvent event) throws IOException {
        if (!Files.isDirectory(incoming())) return;
        FileTime old = FileTime.from(Instant.now().minus(FORGOTTEN));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming())) {
            for (Path file : files) if (Files.getLastModifiedTime(file).compareTo(old) < 0) Files.deleteIfExists(file);
        }
    }

    /** Streamed, checked by its own bytes and on disk for good when this returns. */
    Upload receive(InputStream body, String fileName) {
        Path file = null;
        try {
            Files.createDirectories(incoming());
            file = Files.createTempFile(incoming(), "", "");
            Upload upload = received(body, fileName, file);
            file = null;
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            discard(file);
        }
    }

    private static Upload received(InputStream body, String fileName, Path file)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long size;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = new DigestInputStream(body, digest)) {
            size = in.transferTo(out);
            channel.force(true);
        }
        if (size == 0) throw Refusal.rule("evidence.empty");
        FileKind kind = Magic.of(file).orElseThrow(() -> Refusal.of(415, "evidence.type-not-allowed"));
        if (!kind.fits(fileName))
            throw Refusal.rule("evidence.name-does-not-fit", kind.mediaType(), kind.endings())
                    .at("fileName");
        return new Upload(file, digest.digest(), size, kind.mediaType());
    }

    /** Gives an upload its place, where it stays. */
    void keep(Upload upload) {
        try {
            settle(upload.file(), path(upload.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(byte[] sha256) {
        String name = HexFormat.of().formatHex(sha256);
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    private static void settle(Path file, Path place) throws IOException {
        if (Files.exists(place)) return;
        Files.createDirectories(place.getParent());
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException same) {
            return;
        }
        try (FileChannel parent = FileChannel.open(place.getParent())) {
            parent.force(true);
        } catch (IOException notOnThisSystem) {
            // a folder cannot be opened on Windows, where the move is durable without it
            return;
        }
    }

    private static void discard(Path file) {
        if (file == null) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }
}
