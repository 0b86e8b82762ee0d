package org.minsheng.accounts.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.minsheng.support.Breached;
import org.minsheng.support.Covers;

class DigestListProperties {
    private record Config(Optional<Path> breached) implements PasswordConfig {
        @Override
        public PasswordProfile profile() {
            return PasswordProfile.MLPS;
        }

        @Override
        public int memory() {
            return 64;
        }

        @Override
        public int passes() {
            return 1;
        }

        @Override
        public Duration oneTime() {
            return Duration.ofHours(24);
        }
    }

    private static Path file;

    @BeforeContainer
    static void make() throws IOException {
        file = Files.createTempFile("digests-", ".txt");
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.delete(file);
    }

    /** Counts of one to ten digits, so that no line is where arithmetic would put it. */
    @Property(tries = 300)
    @Covers("ASVS 6.2.12")
    void the_search_finds_what_a_reading_of_all_lines_finds(
            @ForAll @IntRange(min = 1, max = 400) int lines,
            @ForAll boolean windows,
            @ForAll boolean lastLineEnds,
            @ForAll boolean lowerCase,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        HexFormat hex = lowerCase ? HexFormat.of() : HexFormat.of().withUpperCase();
        TreeSet<String> digests = new TreeSet<>();
        while (digests.size() < lines) digests.add(hex.formatHex(digest(random)));
        String end = windows ? "\r\n" : "\n";
        List<String> written = digests.stream()
                .map(d -> d + ":" + (1 + random.nextInt((int) Math.pow(10, random.nextInt(10)))))
                .toList();
        Files.writeString(file, String.join(end, written) + (lastLineEnds ? end : ""));

        DigestList list = new DigestList(file);
        list.check();
        List<byte[]> asked = new ArrayList<>();
        for (String digest : digests) {
            byte[] there = hex.parseHex(digest);
            asked.add(there);
            byte[] near = there.clone();
            near[19] ^= 1;
            asked.add(near);
        }
        for (int i = 0; i < 20; i++) asked.add(digest(random));
        asked.add(new byte[20]);
        byte[] last = new byte[20];
        java.util.Arrays.fill(last, (byte) 0xff);
        asked.add(last);
        List<String> all = Files.readAllLines(file);
        for (byte[] one : asked) {
            String wanted = hex.formatHex(one);
            assertEquals(all.stream().anyMatch(line -> line.startsWith(wanted)), list.has(one), wanted);
        }
    }

    @Property(tries = 100)
    void two_lines_that_changed_places_are_found_at_the_start(
            @ForAll @IntRange(min = 2, max = 300) int lines, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TreeSet<String> digests = new TreeSet<>();
        while (digests.size() < lines)
            digests.add(HexFormat.of().withUpperCase().formatHex(digest(random)) + ":3");
        List<String> written = new ArrayList<>(digests);
        int one = random.nextInt(lines - 1);
        Collections.swap(written, one, one + 1 + random.nextInt(lines - one - 1));
        Files.write(file, written);
        assertTrue(refused().contains("out of order"), refused());
    }

    @Example
    @Covers("ASVS 6.2.12")
    void what_is_no_such_list_is_refused_at_the_start_and_says_why() throws IOException {
        Path list = file;
        file = list.resolveSibling("no-such-list");
        try {
            assertTrue(refused().contains("it cannot be read"), refused());
        } finally {
            file = list;
        }
        String good = Breached.digest("letmein");
        for (String bad : List.of(
                "letmein:7\n",
                good.substring(8) + ":7\n",
                good + "\n",
                good + ":7\n\n",
                good + ":7\n" + good + ":7\n",
                good + ":7\n" + "F".repeat(40),
                "x".repeat(10_000),
                "\n".repeat(10_000))) {
            Files.writeString(file, bad);
            assertTrue(refused().matches(".*(is not SHA1HEX:count|out of order.*)"), refused());
        }
        Files.writeString(file, "");
        assertTrue(refused().contains("it is empty"), refused());
    }

    @Example
    void a_list_of_some_megabytes_is_looked_at_all_over_and_not_read_whole() throws IOException {
        TreeSet<String> digests = new TreeSet<>();
        for (int i = 0; i < 100_000; i++) digests.add(Breached.digest("password " + i));
        List<String> lines = new ArrayList<>(digests.stream().map(d -> d + ":1").toList());
        Files.write(file, lines, StandardCharsets.US_ASCII);
        new DigestList(file).check();
        for (int i = 0; i < 1000; i++)
            assertTrue(new DigestList(file).has(HexFormat.of().parseHex(Breached.digest("password " + i * 97))));
        // in order of counts instead
        Collections.shuffle(lines, new Random(1));
        Files.write(file, lines, StandardCharsets.US_ASCII);
        assertTrue(refused().contains("out of order"), refused());
    }

    private static String refused() {
        BreachedPasswords breached = new BreachedPasswords(new Config(Optional.of(file)));
        return assertThrows(IllegalStateException.class, () -> breached.check(new StartupEvent()))
                .getMessage();
    }

    private static byte[] digest(Random random) {
        byte[] digest = new byte[20];
        random.nextBytes(digest);
        return digest;
    }
}
