/*
 * Damages small bundles in every way it can think of and asks the verifier, which must accept none. Run by
 *   .ci/bench/verifier.py --damage 100000
 * or  javac -d OUT …/docs/Verifier.java .ci/bench/Damage.java && java -cp OUT Damage FLIPS ROWS ROUNDS
 * with the folders of two bundles of verifier.py: bits are flipped in the first, rows of entries and bodies are edited,
 * deleted, inserted and swapped in the second, which has a checkpoint of every size, so that the first bad index is known.
 */

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

final class Damage {
    private static final int EDITS = 1000;
    private static final String ENTRIES = "entries/000000.jsonl";
    private static final String BODIES = "bodies/000000.jsonl";
    private static final String RECEIPTS = "receipts.txt";
    private static final String KEPT = "kept.txt";

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[2]);
        int failures = vectors() + new Damage(Path.of(args[0])).broken() + new Damage(Path.of(args[0])).flips(rounds)
                + new Damage(Path.of(args[1])).rows();
        System.exit(failures == 0 ? 0 : 1);
    }

    private final Path folder;
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private Damage(Path folder) throws IOException {
        this.folder = folder;
        try (ZipFile zip = new ZipFile(folder.resolve("bundle.zip").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        members.put(RECEIPTS, Files.readAllBytes(folder.resolve(RECEIPTS)));
        members.put(KEPT, Files.readAllBytes(folder.resolve(KEPT)));
        Answer whole = verify(members, "whole", true);
        if (whole.code != 0) throw new IllegalStateException("the undamaged bundle does not hold: " + whole.text);
    }

    // ---- files broken as a whole: no answer is wrong, but there must be one

    private int broken() throws IOException {
        int[] results = new int[3];
        byte[] whole = Files.readAllBytes(folder.resolve("bundle.zip"));
        for (int round = 0; round < EDITS; round++) {
            Random random = new Random(round);
            byte[] damaged = round % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(1 << round % 8); i >= 0 && damaged.length > 0; i--) {
                // every other change near the end, where the zip keeps its directory
                int from = random.nextBoolean() ? 0 : Math.max(0, damaged.length - 1500);
                damaged[from + random.nextInt(damaged.length - from)] = (byte) random.nextInt(256);
            }
            Path bundle = Files.write(folder.resolve("broken.zip"), damaged);
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            results[Verifier.verify(new String[] {bundle.toString()}, nowhere)]++;
        }
        System.out.printf("%d broken files: %d had nothing broken that counts, %d found, %d unreadable%n",
                EDITS, results[0], results[1], results[2]);
        return 0;
    }

    // ---- bits

    private int flips(int rounds) {
        int[] results = new int[3];
        long start = System.nanoTime();
        IntStream.range(0, rounds).parallel().forEach(round -> {
            Random random = new Random(round);
            Map<String, byte[]> damaged = new LinkedHashMap<>(members);
            String name;
            byte[] bytes;
            int bit;
            do {
                name = pick(random);
                bytes = members.get(name).clone();
                bit = random.nextInt(bytes.length * 8);
            } while (isHarmless(name, bytes, bit / 8));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            damaged.put(name, bytes);
            Answer answer = verify(damaged, Thread.currentThread().getName(), random.nextBoolean());
            synchronized (results) {
                results[answer.code]++;
            }
            if (answer.code != 1) System.out.println("bit " + bit + " of " + name + ": " + answer.text);
        });
        System.out.printf("%d bit flips: %d accepted, %d found, %d unreadable (%d s)%n",
                rounds, results[0], results[1], results[2], (System.nanoTime() - start) / 1_000_000_000);
        return results[0] + results[2];
    }

    /** Small members as often as large ones: most bytes lie in bodies, most meaning elsewhere. */
    private static String pick(Random random) {
        List<String> names = List.of(ENTRIES, BODIES, "checkpoint", "checkpoints.txt", "keys.txt", RECEIPTS, KEPT);
        return names.get(random.nextInt(names.size()));
    }

    /**
     * What no rule speaks of: comments, keys of kinds that are not checked, and which stranger a signature line is from.
     * (A witness's line with another name or id is the line of a stranger, which a verifier must ignore.)
     */
    private static boolean isHarmless(String name, byte[] bytes, int position) {
        int from = position;
        while (from > 0 && bytes[from - 1] != '\n') from--;
        int to = position;
        while (to < bytes.length && bytes[to] != '\n') to++;
        String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (name.equals("keys.txt")) return line.startsWith("#");
        String witness = "\u2014 npc.example.gov.cn/witness ";
        return line.startsWith(witness) && position - from < witness.getBytes(StandardCharsets.UTF_8).length + 6;
    }

    // ---- rows

    private int rows() {
        int failures = 0;
        for (String kind : List.of("edit", "delete", "insert", "swap")) {
            int wrong = (int) IntStream.range(0, EDITS).parallel().filter(round -> !row(kind, new Random(round))).count();
            System.out.printf("%d rows, %s: %d not found with the right first bad index%n", EDITS, kind, wrong);
            failures += wrong;
        }
        return failures;
    }

    private boolean row(String kind, Random random) {
        List<List<String>> tables = List.of(lines(ENTRIES), lines(BODIES));
        // one row of entries or bodies alone, or of both alike
        List<List<String>> touched = switch (random.nextInt(3)) {
            case 0 -> List.of(tables.get(0));
            case 1 -> List.of(tables.get(1));
            default -> tables;
        };
        int size = tables.get(0).size();
        int one = random.nextInt(size);
        int other = random.nextInt(size);
        for (List<String> table : touched) {
            switch (kind) {
                case "edit" -> table.set(one, edited(table.get(one), random));
                case "delete" -> table.remove(one);
                case "insert" -> table.add(one, random.nextBoolean() ? table.get(other) : edited(table.get(other), random));
                default -> table.set(one, table.set(other, table.get(one)));
            }
        }
        int expected = firstDifference(tables);
        if (expected < 0) return true;
        Map<String, byte[]> damaged = new LinkedHashMap<>(members);
        damaged.put(ENTRIES, bytes(tables.get(0)));
        damaged.put(BODIES, bytes(tables.get(1)));
        Answer answer = verify(damaged, Thread.currentThread().getName(), true);
        boolean right = answer.code == 1 && answer.text.startsWith("BAD index " + expected + ":");
        if (!right) System.out.println(kind + " " + one + " " + other + ", expected " + expected + ": " + answer.text);
        return right;
    }

    private List<String> lines(String name) {
        return new ArrayList<>(Arrays.asList(new String(members.get(name), StandardCharsets.UTF_8).split("\n")));
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Another digit somewhere: the row mostly keeps its form and says something else. */
    private static String edited(String row, Random random) {
        while (true) {
            int at = random.nextInt(row.length());
            char c = row.charAt(at);
            char next = c == '9' ? '8' : c == 'f' ? 'e' : (char) (c + 1);
            if (Character.isDigit(c) || c >= 'a' && c <= 'f') return row.substring(0, at) + next + row.substring(at + 1);
        }
    }

    private int firstDifference(List<List<String>> tables) {
        List<String> entries = lines(ENTRIES);
        List<String> bodies = lines(BODIES);
        for (int i = 0; i <= entries.size(); i++) {
            if (!same(entries, tables.get(0), i) || !same(bodies, tables.get(1), i)) return i;
        }
        return -1;
    }

    private static boolean same(List<String> one, List<String> other, int i) {
        return i >= one.size() && i >= other.size() || i < one.size() && i < other.size() && one.get(i).equals(other.get(i));
    }

    // ---- asking

    private record Answer(int code, String text) {}

    private Answer verify(Map<String, byte[]> damaged, String place, boolean deflated) {
        try {
            Path work = Files.createDirectories(folder.resolve(place));
            Path bundle = work.resolve("bundle.zip");
            write(damaged, bundle, deflated);
            for (String beside : List.of(RECEIPTS, KEPT)) Files.write(work.resolve(beside), damaged.get(beside));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String[] args = {
                bundle.toString(), "--require-bodies",
                "--receipt", work.resolve(RECEIPTS).toString(),
                "--checkpoint", work.resolve(KEPT).toString(),
                "--witness", Files.readString(folder.resolve("witness.txt"))
            };
            int code = Verifier.verify(args, new PrintStream(out, true, StandardCharsets.UTF_8));
            String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
            return new Answer(code, lines[lines.length - 1]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sound zip around the damaged contents: its check sums must not do the verifier's work. */
    private static void write(Map<String, byte[]> members, Path bundle, boolean deflated) throws IOException {
        try (OutputStream file = Files.newOutputStream(bundle); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                if (member.getKey().equals(RECEIPTS) || member.getKey().equals(KEPT)) continue;
                ZipEntry entry = new ZipEntry(member.getKey());
                if (!deflated) {
                    CRC32 crc = new CRC32();
                    crc.update(member.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(member.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        }
    }

    // ---- known answers

    /** The eight leaves that implementations of RFC 6962 test with, and a note signed by another program. */
    private static int vectors() {
        String[] leaves = {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
        String[] roots = {
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        Verifier.Tree tree = new Verifier.Tree(leaves.length);
        for (String leaf : leaves) {
            byte[] bytes = HexFormat.of().parseHex(leaf);
            tree.add(new Verifier.Sha256().leaf(bytes, 0, bytes.length));
        }
        int wrong = 0;
        for (int size = 0; size < roots.length; size++) {
            if (!HexFormat.of().formatHex(tree.root(size)).equals(roots[size])) wrong++;
        }
        Verifier.Key key = Verifier.Key.of("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        byte[] line = Verifier.base64("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        if (!key.verifiesNote(text, Arrays.copyOfRange(line, 4, line.length))) wrong++;
        System.out.printf("%d known answers: %d wrong%n", roots.length + 1, wrong);
        return wrong;
    }
}
