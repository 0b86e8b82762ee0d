package org.minsheng.ledger.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of up to 256 hashes of one level (C2SP tlog-tiles): level 0 are leaves, level 1 roots of 256 leaves, and so on.
 *
 * @param width 256, or fewer where the tree ends
 */
public record Tile(int level, long index, int width) {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;
    private static final int HIGHEST = 63 / HEIGHT;
    private static final Pattern PATH = Pattern.compile("((?:x\\d{3}/){0,5})(\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /** {@code x001/x234/067} or {@code 067.p/12}; what the specification does not write is no tile. */
    public static Optional<Tile> of(int level, String path) {
        Matcher parts = PATH.matcher(path);
        if (level < 0 || level > HIGHEST || !parts.matches()) return Optional.empty();
        if (parts.group(1).startsWith("x000")) return Optional.empty();
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        if (parts.group(3) != null && width >= WIDTH) return Optional.empty();
        String digits = parts.group(1).replaceAll("[x/]", "") + parts.group(2);
        return Optional.of(new Tile(level, Long.parseLong(digits), width));
    }

    /** Index of its first hash within its level. */
    public long first() {
        return index << HEIGHT;
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** Whether a tree of that many leaves has all its hashes. */
    public boolean isIn(long size) {
        return first() + width <= size >> (HEIGHT * level);
    }
}
