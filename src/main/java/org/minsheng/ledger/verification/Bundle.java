package org.minsheng.ledger.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Reader;

/**
 * The log up to its newest checkpoint as a zip, with the verifier: written while it is read, in constant memory. Bodies that
 * the reader may not see are left out; their hashes stay, so the proof is whole.
 */
@ApplicationScoped
class Bundle {
    private static final int LINES = 65_536;
    private static final String VERIFIER = "/META-INF/resources/docs/Verifier.java";
    private static final String CHECKPOINT = """
            select c.size, c.note, w.line from ledger_checkpoint c left join ledger_cosignature w on w.size = c.size
             where c.size = (select max(size) from ledger_checkpoint) order by w.witness""";

    /** The last of each day, those with a witness's line, and the last under each key. */
    private static final String EARLIER = """
            select c.size, c.note, w.line from ledger_checkpoint c left join ledger_cosignature w on w.size = c.size
             where c.size < ? and (w.size is not null
                or c.size in (select max(size) from ledger_checkpoint group by date(created_at))
                or c.size in (select max(p.size) from ledger_key k join ledger_checkpoint p on p.size < k.from_size group by k.from_size))
             order by c.size, w.witness""";

    private record Signed(long size, StringBuilder note) {}

    private final DataSource database;
    private final LogRows rows;

    Bundle(DataSource database, LogRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Refuses before anything is sent, then writes. */
    Writing of(Reader reader) {
        List<Signed> newest = notes(CHECKPOINT, null);
        if (newest.isEmpty())
            throw Refusal.conflict("ledger.nothing-signed-yet").retryAfter(2);
        return out -> write(newest.get(0), reader, out);
    }

    /** What is left to do once the answer has begun. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void write(Signed newest, Reader reader, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        try (InputStream readme = Bundle.class.getResourceAsStream("/ledger/README.txt");
                InputStream verifier = Bundle.class.getResourceAsStream(VERIFIER)) {
            member(zip, "README.txt", readme.readAllBytes());
            member(zip, "Verifier.java", verifier.readAllBytes());
        }
        member(zip, "keys.txt", keys());
        member(zip, "checkpoint", newest.note);
        StringBuilder earlier = new StringBuilder();
        for (Signed signed : notes(EARLIER, newest.size))
            earlier.append(signed.note).append('\n');
        member(zip, "checkpoints.txt", earlier);
        for (long from = 0; from < newest.size; from += LINES) {
            long to = Math.min(newest.size, from + LINES);
            String number = "%06d.jsonl".formatted(from / LINES);
            zip.putNextEntry(new ZipEntry("entries/" + number));
            rows.read(from, to, false, row -> line(zip, row.entry().bytes()));
            zip.putNextEntry(new ZipEntry("bodies/" + number));
            rows.read(from, to, true, row -> line(zip, mayRead(reader, row) ? oneLine(row.body()) : new byte[0]));
        }
        zip.finish();
    }

    /** Who signs is never withheld: without it nobody could check the signatures. */
    private static boolean mayRead(Reader reader, LogRow row) {
        return row.subjectType().equals("ledger-key") || reader.mayRead(row.audience(), row.path(), row.project());
    }

    /** A canonical body has no line break; in a forged one it must not shift the lines after it. */
    private static byte[] oneLine(byte[] body) {
        for (int i = 0; i < body.length; i++) if (body[i] == '\n') body[i] = ' ';
        return body;
    }

    private static void line(ZipOutputStream zip, byte[] bytes) throws IOException {
        zip.write(bytes);
        zip.write('\n');
    }

    private static void member(ZipOutputStream zip, String name, CharSequence text) throws IOException {
        member(zip, name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void member(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select verifier_key from ledger_key order by from_size, suite");
                ResultSet row = select.executeQuery()) {
            while (row.next()) keys.append(row.getString(1)).append('\n');
            return keys.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes with their witnesses' lines below them. */
    private List<Signed> notes(String sql, Long below) {
        List<Signed> notes = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (below != null) select.setLong(1, below);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean same = !notes.isEmpty() && notes.get(notes.size() - 1).size == row.getLong(1);
                    if (!same) notes.add(new Signed(row.getLong(1), new StringBuilder(row.getString(2))));
                    if (row.getString(3) != null)
                        notes.get(notes.size() - 1)
                                .note
                                .append(row.getString(3))
                                .append('\n');
                }
            }
            return notes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
