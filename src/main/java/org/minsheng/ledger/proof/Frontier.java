package org.minsheng.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right edge of a growing tree: the roots of its complete subtrees, largest first; all that appending needs. */
public final class Frontier {
    /** Told of each complete subtree of 256, 65536, … leaves: the hashes of higher tiles. */
    public interface Completed {
        void node(int level, long index, byte[] hash);
    }

    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    public Frontier() {}

    /** As {@link #bytes} gave it. */
    public Frontier(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * Merkle.LENGTH)
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no frontier of " + bytes.length + " bytes");
        this.size = size;
        for (int at = 0; at < bytes.length; at += Merkle.LENGTH)
            roots.add(Arrays.copyOfRange(bytes, at, at + Merkle.LENGTH));
    }

    public void append(byte[] leaf, Completed completed) {
        byte[] hash = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(roots.remove(roots.size() - 1), hash);
            height++;
            if (height % Tile.HEIGHT == 0) completed.node(height / Tile.HEIGHT, size >> height, hash);
        }
        roots.add(hash);
        size++;
    }

    public byte[] root() {
        if (size == 0) return Merkle.empty();
        byte[] hash = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) hash = Merkle.node(roots.get(i), hash);
        return hash;
    }

    public long size() {
        return size;
    }

    public byte[] bytes() {
        byte[] bytes = new byte[roots.size() * Merkle.LENGTH];
        for (int i = 0; i < roots.size(); i++)
            System.arraycopy(roots.get(i), 0, bytes, i * Merkle.LENGTH, Merkle.LENGTH);
        return bytes;
    }
}
