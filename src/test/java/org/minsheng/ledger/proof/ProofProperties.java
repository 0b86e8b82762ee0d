package org.minsheng.ledger.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for trees of any size, checked by the verifying algorithms of RFC 9162, which share nothing with ours. */
class ProofProperties {
    private static final int LARGEST = 1500;
    private static final MemoryHashes TREE = new MemoryHashes();
    private static final byte[][] ROOTS = new byte[LARGEST + 1][];

    static {
        for (int i = 0; i <= LARGEST; i++) {
            ROOTS[i] = TREE.frontier().root();
            TREE.append(leaf(i));
        }
    }

    private final Proofs proofs = new Proofs(TREE);

    @Property
    void a_root_from_tiles_is_the_root_of_the_frontier(@ForAll @IntRange(max = LARGEST) int size) {
        assertArrayEquals(ROOTS[size], proofs.root(size));
    }

    @Property
    void every_leaf_is_proven_and_no_other(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int any) {
        int index = any % size;
        List<byte[]> path = proofs.inclusion(index, size);
        assertTrue(RfcVerifier.included(index, size, leaf(index), path, ROOTS[size]));
        assertFalse(RfcVerifier.included(index, size, leaf(index + 1), path, ROOTS[size]));
        if (size > 1) assertFalse(RfcVerifier.included((index + 1) % size, size, leaf(index), path, ROOTS[size]));
    }

    @Property
    void every_tree_begins_with_every_smaller_one(
            @ForAll @IntRange(min = 1, max = LARGEST) int one, @ForAll @IntRange(min = 1, max = LARGEST) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        List<byte[]> path = proofs.consistency(from, to);
        assertTrue(RfcVerifier.consistent(from, to, ROOTS[from], ROOTS[to], path));
        if (from < to) assertFalse(RfcVerifier.consistent(from, to, ROOTS[from - 1], ROOTS[to], path));
    }

    @Property
    void a_frontier_goes_on_from_its_bytes(
            @ForAll @IntRange(max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int more) {
        Frontier first = new Frontier();
        for (int i = 0; i < size; i++) first.append(leaf(i), (level, index, hash) -> {});
        Frontier second = new Frontier(size, first.bytes());
        int end = Math.min(LARGEST, size + more);
        for (int i = size; i < end; i++) second.append(leaf(i), (level, index, hash) -> {});
        assertArrayEquals(ROOTS[end], second.root());
    }

    private static byte[] leaf(int i) {
        return Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array());
    }
}
