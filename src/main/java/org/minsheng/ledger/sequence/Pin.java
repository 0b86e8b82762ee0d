package org.minsheng.ledger.sequence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;

/** The newest checkpoint this instance has seen, in a file outside the database: what a restore cannot take back. */
final class Pin {
    private final Path file;
    private String note;

    Pin(Optional<String> file) {
        this.file = file.map(Path::of).orElse(null);
        note = read();
    }

    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    Optional<Checkpoint> checkpoint() {
        return note().flatMap(n -> Checkpoint.of(Note.parse(n).text()));
    }

    void set(String newest) {
        if (newest.equals(note)) return;
        note = newest;
        if (file == null) return;
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, newest);
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of minsheng.ledger.pin-file cannot be written", failed);
        }
    }

    private String read() {
        if (file == null) return null;
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of minsheng.ledger.pin-file cannot be read", failed);
        }
    }
}
