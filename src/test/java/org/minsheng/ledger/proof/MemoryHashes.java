package org.minsheng.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** A tree in memory, its tiles kept as the database keeps them. */
final class MemoryHashes implements Proofs.Hashes {
    private final Frontier frontier = new Frontier();
    private final List<List<byte[]>> levels = new ArrayList<>();

    void append(byte[] leaf) {
        level(0).add(leaf);
        frontier.append(leaf, (level, index, hash) -> {
            if (level(level).size() != index) throw new AssertionError("node " + index + " of level " + level);
            level(level).add(hash);
        });
    }

    Frontier frontier() {
        return frontier;
    }

    @Override
    public List<byte[]> read(int level, long first, int count) {
        return List.copyOf(level(level).subList((int) first, (int) first + count));
    }

    private List<byte[]> level(int level) {
        while (levels.size() <= level) levels.add(new ArrayList<>());
        return levels.get(level);
    }
}
