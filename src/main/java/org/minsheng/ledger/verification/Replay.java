package org.minsheng.ledger.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.minsheng.ledger.proof.Frontier;
import org.minsheng.ledger.proof.Merkle;

/** Goes through the log from its beginning: each place, each body, each stream, and the tree they come to. */
final class Replay implements LogRows.Each {
    record Node(int level, long index, byte[] hash) {
        /** The first of its leaves. */
        long first() {
            return index << 8 * level;
        }

        long end() {
            return index + 1 << 8 * level;
        }
    }

    private record Last(int seq, byte[] leaf, int version) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Findings findings;
    private final Frontier tree = new Frontier();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<ByteBuffer, Last> streams = new HashMap<>();
    private final MessageDigest sha256;
    private final Roots roots;

    /** Told of the root of every size. */
    interface Roots {
        void at(long size, Frontier tree);

        /** The next size whose root somebody wants to know. */
        boolean wants(long size);
    }

    Replay(Findings findings, MessageDigest sha256, Roots roots) {
        this.findings = findings;
        this.sha256 = sha256;
        this.roots = roots;
    }

    @Override
    public void take(LogRow row) {
        while (tree.size() < row.index()) {
            findings.add(tree.size(), Finding.Code.PLACE_MISSING, "ledger_sequence");
            grow(Merkle.empty());
        }
        String stream = row.entry().stream();
        byte[] leaf = row.entry().leaf();
        if (!Arrays.equals(leaf, row.leaf())) findings.add(row.index(), Finding.Code.PLACE_CHANGED, stream);
        checkBody(row, stream);
        checkStream(row, stream, leaf);
        grow(leaf);
    }

    private void grow(byte[] leaf) {
        tree.append(leaf, (level, index, hash) -> nodes.add(new Node(level, index, hash)));
        if (roots.wants(tree.size())) roots.at(tree.size(), tree);
    }

    private void checkBody(LogRow row, String stream) {
        byte[] expected =
                row.entry().found() != null ? row.entry().found() : row.entry().body();
        if (!Arrays.equals(sha256.digest(row.body()), expected))
            findings.add(row.index(), Finding.Code.BODY_CHANGED, stream);
        else if (row.entry().found() != null)
            findings.add(row.index(), Finding.Code.BODY_CHANGED_BEFORE_SEQUENCING, stream);
        else if (!saysTheSame(row)) findings.add(row.index(), Finding.Code.COLUMNS_CHANGED, stream);
    }

    private void checkStream(LogRow row, String stream, byte[] leaf) {
        ByteBuffer key = ByteBuffer.wrap(row.stream());
        Last last = streams.get(key);
        boolean goesOn = last == null
                ? row.entry().seq() == 1 && row.entry().previous() == null
                : row.entry().seq() == last.seq + 1
                        && Arrays.equals(last.leaf, row.entry().previous())
                        && row.version() > last.version;
        if (!goesOn) findings.add(row.index(), Finding.Code.STREAM_BROKEN, stream);
        streams.put(key, new Last(row.entry().seq(), leaf, row.version()));
    }

    /** The columns are copies, for indexes; the body is what was recorded. */
    private static boolean saysTheSame(LogRow row) {
        try {
            JsonNode body = JSON.readTree(row.body());
            JsonNode where = body.path("where");
            boolean same = body.path("action").asText().equals(row.action())
                    && body.at("/subject/type").asText().equals(row.subjectType())
                    && body.at("/subject/id").asText().equals(row.subject().toString())
                    && body.at("/subject/version").asInt(-1) == row.version()
                    && body.path("at").asText().equals(row.recordedAt().toString())
                    && says(body.at("/actor/account"), row.actor());
            if (where.isMissingNode()) return same; // format 1 did not say where
            return same
                    && where.path("audience").asText().equals(row.audience().name())
                    && where.path("path").asText().equals(row.path())
                    && says(where.path("programme"), row.programme())
                    && says(where.path("project"), row.project());
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean says(JsonNode said, UUID id) {
        String text = said.isTextual() ? said.asText() : null;
        return Objects.equals(text, id == null ? null : id.toString());
    }

    Frontier tree() {
        return tree;
    }

    List<Node> nodes() {
        return nodes;
    }

    int streams() {
        return streams.size();
    }
}
