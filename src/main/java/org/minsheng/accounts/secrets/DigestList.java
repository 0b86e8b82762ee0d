package org.minsheng.accounts.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of lines {@code SHA1HEX:count} in order of the digests, searched where it lies: a list of a billion is 40 GB, and
 * some thirty looks find a line in it.
 */
final class DigestList {
    private record Line(long start, long end, String digest) {}

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{40}):[0-9]{1,15}\r?");

    /** More than any line has. */
    private static final int LONGEST = 64;

    /** As many lines, spread over the file, tell whether it is in order; one of 400 kB is read whole. */
    private static final int LOOKS = 10_000;

    private final Path file;

    DigestList(Path file) {
        this.file = file;
    }

    /** That it can be read, has this form and this order: the same lists are also given away in order of their counts. */
    void check() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size == 0) throw new IOException("it is empty");
            String before = "";
            for (long place = 0; place < size; ) {
                Line line = lineAt(place, channel);
                if (line.digest.compareTo(before) <= 0)
                    throw new IOException("the line at byte " + line.start
                            + " is out of order; the lines must be in order of their digests");
                before = line.digest;
                place = Math.max(line.end, line.start + size / LOOKS);
            }
            lineAt(size - 1, channel);
        }
    }

    /** Opened for each search: a channel that was left open dies with the first thread that is interrupted in it. */
    boolean has(byte[] sha1) throws IOException {
        String wanted = HexFormat.of().withUpperCase().formatHex(sha1);
        try (FileChannel channel = FileChannel.open(file)) {
            long low = 0;
            long high = channel.size();
            while (low < high) {
                Line line = lineAt((low + high) >>> 1, channel);
                int order = wanted.compareTo(line.digest);
                if (order == 0) return true;
                if (order < 0) high = line.start;
                else low = line.end;
            }
            return false;
        }
    }

    /** The line that the byte at this place belongs to. */
    private static Line lineAt(long place, FileChannel channel) throws IOException {
        long from = Math.max(0, place - LONGEST);
        ByteBuffer window = ByteBuffer.allocate(2 * LONGEST);
        while (window.hasRemaining() && channel.read(window, from + window.position()) > 0) continue;
        String text = new String(window.array(), 0, window.position(), StandardCharsets.ISO_8859_1);
        int at = (int) (place - from);
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int stop = text.indexOf('\n', at);
        Matcher line = LINE.matcher(text.substring(start, stop < 0 ? text.length() : stop));
        if (!line.matches()) throw new IOException("the line at byte " + (from + start) + " is not SHA1HEX:count");
        return new Line(
                from + start, from + start + line.end() + 1, line.group(1).toUpperCase(Locale.ROOT));
    }
}
