package org.minsheng.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Inclusion and consistency proofs of RFC 6962, 2.1.1 and 2.1.2, from tiles. A proof reads at most a few hundred hashes
 * per level, whatever the size of the tree.
 */
public final class Proofs {
    /** {@code count} hashes of a tile level from {@code first} on: level 0 leaves, level 1 roots of 256 leaves, … */
    public interface Hashes {
        List<byte[]> read(int level, long first, int count);
    }

    private final Hashes hashes;

    public Proofs(Hashes hashes) {
        this.hashes = hashes;
    }

    /** The root of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? Merkle.empty() : root(0, size);
    }

    /** What the leaf needs beside itself to come to the root of {@code size} leaves, from below. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException(index + " of " + size);
        List<byte[]> path = new ArrayList<>();
        include(index, 0, size, path);
        return path;
    }

    private void include(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) return;
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            include(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** That the tree of {@code to} leaves begins with the tree of {@code from} leaves. */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) throw new IllegalArgumentException(from + " to " + to);
        List<byte[]> path = new ArrayList<>();
        extend(from, 0, to, true, path);
        return path;
    }

    private void extend(long old, long from, long to, boolean whole, List<byte[]> path) {
        if (old == to) {
            if (!whole) path.add(root(from, to));
            return;
        }
        long middle = from + split(to - from);
        if (old <= middle) {
            extend(old, from, middle, whole, path);
            path.add(root(middle, to));
        } else {
            extend(old, middle, to, false, path);
            path.add(root(from, middle));
        }
    }

    private byte[] root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1 && from % leaves == 0)
            return complete(Long.numberOfTrailingZeros(leaves), from / leaves);
        long middle = from + split(leaves);
        return Merkle.node(root(from, middle), root(middle, to));
    }

    /** The root of a complete subtree, folded from the tile level just below. */
    private byte[] complete(int height, long index) {
        int above = height % Tile.HEIGHT;
        List<byte[]> row = new ArrayList<>(hashes.read(height / Tile.HEIGHT, index << above, 1 << above));
        while (row.size() > 1) {
            List<byte[]> next = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) next.add(Merkle.node(row.get(i), row.get(i + 1)));
            row = next;
        }
        return row.get(0);
    }

    /** The largest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
