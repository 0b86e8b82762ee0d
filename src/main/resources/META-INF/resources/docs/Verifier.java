/*
 * 民生实事台账 独立核验程序 · Minsheng Ledger: the independent offline verifier
 *
 * Checks an exported ledger (bundle.zip) without the server, without a network and without trusting anybody. It needs
 * a JDK (17 or later) and this one file, and shares no code with the server that wrote the bundle.
 *
 *   java Verifier.java bundle.zip [--key <vkey>]           the log's first key, as you got it from somewhere else
 *                                 [--checkpoint <file>]... signed notes that you kept from earlier
 *                                 [--receipt <file>]...    receipts that somebody was given
 *                                 [--witness <vkey>]...    keys of witnesses whose cosignatures to count
 *                                 [--require-bodies]       a withheld body is an error
 *
 * Exit code: 0 everything holds; 1 something does not, and the last line names the first bad index; 2 wrong usage, or
 * a file that cannot be read. Logs beyond some two million entries need a larger heap: java -Xmx4g Verifier.java …
 * If Chinese comes out garbled (JDK 17 where UTF-8 is not the default): java -Dfile.encoding=UTF-8 Verifier.java …
 *
 * Formats: RFC 6962 (Merkle tree), C2SP signed-note, tlog-checkpoint and tlog-cosignature, RFC 8785 (canonical JSON).
 * How to read this: run() is the whole check; the parts follow in the order in which it uses them. Every message is
 * written as "Chinese | English".
 */

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

public final class Verifier {
    static final int HASH = 32;
    static final int LINES_PER_FILE = 65_536;
    static final int LONGEST_LINE = 1 << 24;
    static final int LARGEST_LOG = Integer.MAX_VALUE / HASH;

    private final Options options;
    private final ZipFile zip;
    private final Report report;

    public static void main(String[] args) {
        System.exit(verify(args, console()));
    }

    /** Checks what the arguments name, prints the result and returns the exit code. */
    public static int verify(String[] args, PrintStream out) {
        Report report = new Report(out);
        try {
            Options options = Options.of(args);
            try (ZipFile zip = new ZipFile(options.bundle.toFile(), StandardCharsets.UTF_8)) {
                new Verifier(options, zip, report).run();
            }
            return report.end();
        } catch (Problem problem) {
            return report.bad(problem);
        } catch (UsageError error) {
            return report.unusable("用法有误：" + error.getMessage() + " | wrong usage: " + error.getMessage());
        } catch (OutOfMemoryError error) {
            return report.unusable("内存不足 | not enough memory: java -Xmx4g Verifier.java …");
        } catch (IOException | RuntimeException | StackOverflowError error) {
            return report.unusable("文件无法读取：" + error + " | a file cannot be read: " + error);
        }
    }

    private Verifier(Options options, ZipFile zip, Report report) {
        this.options = options;
        this.zip = zip;
        this.report = report;
    }

    private void run() throws IOException {
        List<Key> listed = readKeys();
        List<Note> notes = notes("checkpoint");
        if (notes.size() != 1) throw new Problem("checkpoint 不是一个检查点 | the file checkpoint is not one checkpoint");
        notes.addAll(notes("checkpoints.txt"));
        for (Path file : options.checkpoints) notes.addAll(notes(file));
        List<Checkpoint> checkpoints = notes.stream().map(Checkpoint::of).toList();
        List<Receipt> receipts = new ArrayList<>();
        for (Path file : options.receipts) notes(file).forEach(note -> receipts.add(Receipt.of(note)));

        Checkpoint head = checkpoints.get(0);
        report.fact("来源 origin", head.origin);
        report.fact("密钥 key", listed.get(0).text + (options.key == null ? "" : " (由您给出 pinned by you)"));
        report.fact("条数 size", head.size);
        report.fact("树根 root", Base64.getEncoder().encodeToString(head.root));
        if (options.key == null) {
            report.notice("密钥取自本包自身，还不能证明是谁签的：请与公布的密钥逐字核对"
                    + " | this key came from the bundle itself and proves nothing: compare it with the published one");
        }

        checkMembers(head.size);
        Log log = new Log((int) head.size, listed.get(0));
        receipts.forEach(receipt -> log.wanted.put(receipt.event, null));
        Problem found = readEntries(log);
        log.describe(report);
        checkCheckpoints(log, checkpoints, found);
        log.keys.compareWith(listed, report);
        for (Receipt receipt : receipts) receipt.check(log);
        if (!receipts.isEmpty()) report.fact("收据 receipts", receipts.size());
    }

    // ---- the members of the zip file

    private List<Key> readKeys() throws IOException {
        List<Key> keys = new ArrayList<>();
        try (Lines lines = open("keys.txt")) {
            while (lines.next()) {
                if (!lines.isEmpty() && lines.bytes[lines.from] != '#') keys.add(Key.of(lines.text()));
            }
        } catch (Problem problem) {
            throw problem.in("keys.txt");
        }
        for (Key key : keys) {
            if (key.type != Key.ED25519) {
                report.notice("密钥 %1$s（%2$s）的签名不在本程序核验之列 | signatures of key %1$s (%2$s) are not checked here",
                        key.name, key.isSm2() ? "SM2" : "0x" + Integer.toHexString(key.type));
            }
        }
        keys.removeIf(key -> key.type != Key.ED25519);
        if (keys.isEmpty()) throw new Problem("keys.txt 中没有 Ed25519 密钥 | keys.txt has no Ed25519 key");
        if (options.key != null && !options.key.text.equals(keys.get(0).text)) {
            throw new Problem("您给出的密钥不是本日志的第一把密钥 %1$s | the key you gave is not this log's first key, %1$s",
                    keys.get(0).text);
        }
        return keys;
    }

    private List<Note> notes(String member) throws IOException {
        try (Lines lines = open(member)) {
            return Note.all(member, lines);
        }
    }

    private static List<Note> notes(Path file) throws IOException {
        try (Lines lines = new Lines(Files.newInputStream(file))) {
            List<Note> notes = Note.all(file.toString(), lines);
            if (notes.isEmpty()) throw new Problem("%1$s 中没有签名文本 | %1$s holds no signed note", file);
            return notes;
        }
    }

    private Lines open(String member) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) throw new Problem("包中缺少 %1$s | the bundle lacks %1$s", member);
        return new Lines(zip.getInputStream(entry));
    }

    private void checkMembers(long size) throws IOException {
        Set<String> names = new HashSet<>();
        for (String name : zip.stream().map(ZipEntry::getName).toList()) {
            if (!names.add(name)) throw new Problem("包中有两个 %1$s | the bundle holds %1$s twice", name);
        }
        for (String name : List.of("Verifier.java", "README.txt", "keys.txt", "checkpoint", "checkpoints.txt")) {
            if (!names.remove(name)) throw new Problem("包中缺少 %1$s | the bundle lacks %1$s", name);
        }
        for (long first = 0; first < size; first += LINES_PER_FILE) {
            for (String name : List.of(file("entries", first), file("bodies", first))) {
                if (!names.remove(name)) throw new Problem("包中缺少 %1$s | the bundle lacks %1$s", name).at(first);
            }
        }
        for (String name : names) throw new Problem("包中多出 %1$s | %1$s does not belong in the bundle", name);
        if (size > LARGEST_LOG) throw new IOException("more than " + LARGEST_LOG + " entries");
    }

    private static String file(String folder, long first) {
        return String.format(Locale.ROOT, "%s/%06d.jsonl", folder, first / LINES_PER_FILE);
    }

    // ---- entries and bodies: some files at a time, each checked by itself, then followed in order

    /** Follows the log up to the first entry that cannot stand; returns what is wrong there, or null. */
    private Problem readEntries(Log log) throws IOException {
        int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ArrayDeque<Future<Chunk>> ahead = new ArrayDeque<>();
        try {
            for (long begun = 0; begun < log.expected || !ahead.isEmpty(); ) {
                if (begun < log.expected && ahead.size() <= threads) {
                    long first = begun;
                    int lines = (int) Math.min(LINES_PER_FILE, log.expected - first);
                    ahead.add(pool.submit(() -> readFile(first, lines)));
                    begun += LINES_PER_FILE;
                } else {
                    Problem problem = log.follow(ahead.remove().get());
                    if (problem != null) return problem;
                }
            }
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError error) throw error;
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** The entries of one file as far as they can stand, and what is wrong with the one behind them. */
    private record Chunk(List<Entry> entries, Problem problem) {}

    private Chunk readFile(long first, int lines) {
        List<Entry> read = new ArrayList<>(lines);
        try (Lines entries = open(file("entries", first)); Lines bodies = open(file("bodies", first))) {
            EntryReader reader = new EntryReader();
            while (read.size() < lines) {
                if (!entries.next()) throw new Problem("条目缺失 | the entry is missing");
                if (!bodies.next()) throw new Problem("正文缺失 | the body is missing");
                Entry entry = reader.read(entries, bodies);
                if (entry.withheld && options.requireBodies) throw new Problem("正文未提供 | the body is withheld");
                read.add(entry);
            }
            if (entries.next()) throw new Problem("条目文件多出一行 | the file of entries has a line too many");
            if (bodies.next()) throw new Problem("正文文件多出一行 | the file of bodies has a line too many");
            return new Chunk(read, null);
        } catch (Problem problem) {
            return new Chunk(read, problem.at(first + read.size()));
        } catch (IOException e) {
            return new Chunk(read, new Problem("压缩包在此损坏 | the zip file is damaged here").at(first + read.size()));
        }
    }

    /** An entry, with what its body adds. */
    static final class Entry {
        static final long NO_VERSION = -1;

        long time;
        byte[] body;
        UUID event;
        byte[] found;
        byte[] previous;
        long seq;
        String stream;
        byte[] leaf;
        long[] streamKey;
        boolean withheld;
        long version = NO_VERSION;
        Handover handover;
    }

    /** Reads bytes from left to right. Every line ends in a line break, which no rule accepts: nothing runs past it. */
    static class Scanner {
        byte[] line;
        int at;

        final boolean sees(int position, String text) {
            for (int i = 0; i < text.length(); i++) {
                if (line[position + i] != text.charAt(i)) return false;
            }
            return true;
        }

        final void expect(String text) {
            if (!sees(at, text)) throw malformed();
            at += text.length();
        }

        /** What stands from here to the next quote. */
        final String textToQuote() {
            int from = at;
            at = closingQuote();
            return utf8(line, from, at);
        }

        /** Where the string ends that stands from here on. */
        final int closingQuote() {
            int to = at;
            while (true) {
                long hits = hits(line, to, '"') | hits(line, to, '\\') | hits(line, to, '\n');
                to += distance(hits);
                if (hits == 0) continue;
                if (line[to] == '"') return to;
                if (line[to] == '\n' || line[to + 1] == '\n') throw malformed();
                to += 2; // a backslash and what it escapes
            }
        }

        /** A whole number as canonical JSON writes it, not negative. */
        final long wholeNumber() {
            long value = 0;
            int from = at;
            for (; line[at] >= '0' && line[at] <= '9' && at - from < 18; at++) value = value * 10 + line[at] - '0';
            if (at == from || line[from] == '0' && at > from + 1) throw malformed();
            return value;
        }

        static Problem malformed() {
            return new Problem("行的写法不合规定 | the line is not written in the one form that is allowed");
        }
    }

    /** Reads an entry, strictly: any other spelling of the same facts is refused. */
    static final class EntryReader extends Scanner {
        private final Sha256 sha = new Sha256();
        private final Json json = new Json();
        private String day = "?";
        private long startOfDay;

        Entry read(Lines lines, Lines bodies) {
            Entry entry = new Entry();
            line = lines.bytes;
            at = lines.from;
            expect("{\"at\":\"");
            entry.time = time();
            expect("\",\"body\":\"");
            entry.body = hash();
            expect("\",\"event\":\"");
            entry.event = uuid(textToQuote());
            entry.found = optionalHash("\",\"found\":\"");
            entry.previous = optionalHash("\",\"previous\":\"");
            expect("\",\"seq\":");
            entry.seq = wholeNumber();
            expect(",\"stream\":\"");
            entry.stream = textToQuote();
            expect("\",\"suite\":\"");
            if (!sees(at, "SHA-256\"}")) throw new Problem("哈希套件不是 SHA-256 | the suite is not SHA-256");
            expect("SHA-256\"}");
            if (at != lines.to) throw malformed();
            if (entry.seq == 0 || (entry.previous == null) != (entry.seq == 1)) throw malformed();
            if (Arrays.equals(entry.body, entry.found)) throw malformed();
            entry.leaf = sha.leaf(line, lines.from, lines.to);
            ByteBuffer stream = ByteBuffer.wrap(sha.of(entry.stream.getBytes(StandardCharsets.UTF_8)));
            entry.streamKey = new long[] {stream.getLong(), stream.getLong()};
            checkBody(entry, bodies);
            return entry;
        }

        private void checkBody(Entry entry, Lines lines) {
            boolean isAboutKeys = entry.stream.startsWith("ledger-key/");
            entry.withheld = lines.isEmpty();
            if (isAboutKeys && (entry.withheld || entry.found != null)) {
                throw new Problem("密钥事项的正文被隐去或改动 | the body of an entry about keys is withheld or was altered");
            }
            if (entry.withheld) return;
            byte[] hash = sha.of(lines.bytes, lines.from, lines.to);
            if (!Arrays.equals(hash, entry.found == null ? entry.body : entry.found)) {
                throw new Problem("正文的哈希值与条目所记不符 | the body does not have the hash that the entry names");
            }
            if (entry.found != null) return;
            int[] root = json.read(lines, "action", "state", "subject");
            String action = json.text(root[0]);
            if (Handover.ACTIONS.contains(action)) {
                if (!isAboutKeys) throw new Problem("密钥交接不在密钥事项流中 | a key is handed over outside of ledger-key/");
                entry.handover = Handover.of(action, json, root[1]);
            }
            if (!entry.stream.startsWith("security/")) checkSubject(entry, root[2]);
        }

        private void checkSubject(Entry entry, int subject) {
            int[] members = json.members(subject, "type", "id", "version");
            String name = json.text(members[0]) + "/" + json.text(members[1]);
            if (!name.equals(entry.stream)) {
                throw new Problem("正文的主体是 %1$s，条目的事项流却是 %2$s | the body is about %1$s, its entry of stream %2$s",
                        name, entry.stream);
            }
            entry.version = json.wholeNumber(members[2]);
        }

        /** Microseconds since 1970 of RFC 3339 in UTC with 0, 3 or 6 digits of fraction. */
        private long time() {
            String text = textToQuote();
            int length = text.length();
            if (length != 20 && length != 24 && length != 27 || text.charAt(length - 1) != 'Z') throw malformed();
            if (!text.startsWith(day)) {
                day = text.substring(0, 10);
                startOfDay = startOf(day);
            }
            long minute = number(text, 'T', 11, 2, 23) * 60 + number(text, ':', 14, 2, 59);
            long second = minute * 60 + number(text, ':', 17, 2, 59);
            long fraction = length == 20 ? 0 : number(text, '.', 20, length - 21, 999_999) * (length == 24 ? 1000 : 1);
            return (startOfDay + second) * 1_000_000 + fraction;
        }

        private static long startOf(String day) {
            try {
                return LocalDate.parse(day).toEpochDay() * 86_400;
            } catch (DateTimeException e) {
                throw malformed();
            }
        }

        private static long number(String text, char before, int from, int digits, int most) {
            int value = 0;
            for (int i = from; i < from + digits; i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') throw malformed();
                value = value * 10 + text.charAt(i) - '0';
            }
            if (text.charAt(from - 1) != before || value > most) throw malformed();
            return value;
        }

        private byte[] optionalHash(String name) {
            if (!sees(at, name)) return null;
            at += name.length();
            return hash();
        }

        private byte[] hash() {
            byte[] hash = new byte[HASH];
            for (int i = 0; i < HASH; i++) hash[i] = (byte) (hexDigit() << 4 | hexDigit());
            return hash;
        }

        private int hexDigit() {
            byte b = line[at++];
            if (b >= '0' && b <= '9') return b - '0';
            if (b >= 'a' && b <= 'f') return b - 'a' + 10;
            throw malformed();
        }
    }

    /** Finds what counts in a body, whose hash is known to fit. Builds no objects and passes over all the rest. */
    static final class Json extends Scanner {
        private static final int ABSENT = -1;

        int[] read(Lines lines, String... names) {
            line = lines.bytes;
            int[] found = members(lines.from, names);
            if (at != lines.to) throw malformed();
            return found;
        }

        /** Where the values of these members begin, or ABSENT. None may be there twice. */
        int[] members(int object, String... names) {
            int[] found = new int[names.length];
            Arrays.fill(found, ABSENT);
            goTo(object);
            expect("{");
            do {
                int key = at + 1;
                string();
                int length = at - 1 - key;
                expect(":");
                for (int i = 0; i < names.length; i++) {
                    if (length != names[i].length() || !sees(key, names[i])) continue;
                    if (found[i] != ABSENT) throw malformed();
                    found[i] = at;
                }
                value();
            } while (line[at++] == ',');
            if (line[at - 1] != '}') throw malformed();
            return found;
        }

        String text(int value) {
            goTo(value);
            expect("\"");
            return textToQuote();
        }

        long wholeNumber(int value) {
            goTo(value);
            long number = wholeNumber();
            if (line[at] != ',' && line[at] != '}') throw malformed();
            return number;
        }

        private void goTo(int value) {
            if (value == ABSENT) throw new Problem("正文内容不全 | the body lacks what every body has");
            at = value;
        }

        private void string() {
            expect("\"");
            at = closingQuote() + 1;
        }

        /** Passes over any value: strings count as a whole, of the rest only the brackets. */
        private void value() {
            int depth = 0;
            for (byte b = line[at]; depth > 0 || b != ',' && b != '}'; b = line[at]) {
                if (b == '"') string();
                else if (b == '\n') throw malformed();
                else {
                    if (b == '{' || b == '[') depth++;
                    if (b == '}' || b == ']') depth--;
                    at++;
                }
            }
        }
    }

    /** What must hold between entries: takes them in their order as far as they can stand. */
    static final class Log {
        final int expected;
        final Tree tree;
        final KeyChain keys;
        final Map<UUID, Entry> wanted = new HashMap<>();
        private final List<Problem> alarms = new ArrayList<>();
        private final Table events;
        private final Table streams;
        private final int[] lengths;
        private final long[] versions;
        private int withheld;
        private long from;
        private long to = Long.MIN_VALUE;

        Log(int expected, Key first) {
            this.expected = expected;
            tree = new Tree(expected);
            keys = new KeyChain(first);
            events = new Table(expected);
            streams = new Table(expected);
            lengths = new int[streams.slots()];
            versions = new long[streams.slots()];
        }

        Problem follow(Chunk chunk) {
            for (Entry entry : chunk.entries) {
                try {
                    follow(entry, tree.size());
                } catch (Problem problem) {
                    return problem.at(tree.size());
                }
            }
            return chunk.problem;
        }

        private void follow(Entry entry, int index) {
            if (entry.time < to) throw new Problem("时间早于前一条 | its time is before that of the entry before it");
            int twin = events.put(entry.event.getMostSignificantBits(), entry.event.getLeastSignificantBits(), index);
            if (twin >= 0) throw new Problem("事件编号与第 %1$d 条重复 | its event id is that of entry %1$d", twin);
            followStream(entry, index);
            if (entry.handover != null) keys.handOver(entry.handover, index);
            if (entry.found != null) {
                Problem alarm = new Problem("警报：事项流 %1$s 的这条正文在编入日志之前已被改动"
                        + " | ALARM: this body of stream %1$s was altered before the log took it in", entry.stream);
                alarms.add(alarm.at(index));
            }
            if (index == 0) from = entry.time;
            to = entry.time;
            if (entry.withheld) withheld++;
            if (wanted.containsKey(entry.event)) wanted.put(entry.event, entry);
            tree.add(entry.leaf);
        }

        private void followStream(Entry entry, int index) {
            int before = streams.put(entry.streamKey[0], entry.streamKey[1], index);
            int slot = streams.slot;
            if (before < 0) versions[slot] = Entry.NO_VERSION;
            if (entry.seq != ++lengths[slot]) {
                throw new Problem("事项流的序号应为 %1$d，却是 %2$d | its seq is %2$d where the stream has come to %1$d",
                        lengths[slot], entry.seq);
            }
            if (before >= 0 && !tree.isLeaf(before, entry.previous)) {
                throw new Problem("与同一事项流的前一条（第 %1$d 条）接不上，二者之一被改过"
                        + " | it does not follow entry %1$d of its stream: one of the two was changed", before);
            }
            if (entry.version == Entry.NO_VERSION) return;
            if (entry.version <= versions[slot]) {
                throw new Problem("主体的版本没有上升：%1$d | the version of its subject, %1$d, did not rise", entry.version);
            }
            versions[slot] = entry.version;
        }

        void describe(Report report) {
            if (tree.size() > 0) report.fact("时间 time", instant(from) + " … " + instant(to));
            report.fact("事项流 streams", streams.size());
            report.fact("正文 bodies", tree.size() - withheld + " 已核 checked, " + withheld + " 未提供 withheld");
            keys.notices.forEach(report::notice);
            alarms.forEach(report::finding);
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The Merkle tree of RFC 6962 with all its full nodes: the root of every earlier size can still be had. */
    static final class Tree {
        private final byte[][] levels;
        private final Sha256 sha = new Sha256();
        private int size;

        Tree(int capacity) {
            levels = new byte[33 - Integer.numberOfLeadingZeros(capacity)][];
            for (int level = 0; level < levels.length; level++) levels[level] = new byte[(capacity >> level) * HASH];
        }

        int size() {
            return size;
        }

        void add(byte[] leaf) {
            System.arraycopy(leaf, 0, levels[0], size++ * HASH, HASH);
            int nodes = size;
            for (int level = 0; nodes % 2 == 0; level++, nodes /= 2) {
                byte[] parent = sha.node(levels[level], (nodes - 2) * HASH);
                System.arraycopy(parent, 0, levels[level + 1], (nodes / 2 - 1) * HASH, HASH);
            }
        }

        boolean isLeaf(int index, byte[] hash) {
            return Arrays.equals(levels[0], index * HASH, (index + 1) * HASH, hash, 0, HASH);
        }

        /** The root of the first leaves: their full subtrees, joined from the right. */
        byte[] root(int leaves) {
            byte[] root = null;
            for (int level = 0; leaves >> level != 0; level++) {
                int nodes = leaves >> level;
                if (nodes % 2 == 0) continue;
                byte[] left = Arrays.copyOfRange(levels[level], (nodes - 1) * HASH, nodes * HASH);
                root = root == null ? left : new Sha256().node(concat(left, root), 0);
            }
            return root == null ? new Sha256().of(new byte[0]) : root;
        }
    }

    /** Remembers at which index a key of 16 bytes stood last. Open addressing, never more than half full. */
    static final class Table {
        private final long[] keys;
        private final int[] indices;
        private int size;
        int slot;

        Table(int capacity) {
            indices = new int[Math.max(2, Integer.highestOneBit(capacity) * 4)];
            keys = new long[indices.length * 2];
        }

        int slots() {
            return indices.length;
        }

        int size() {
            return size;
        }

        /** Returns the index before this one, or -1; the key is then in the slot. */
        int put(long high, long low, int index) {
            int mask = indices.length - 1;
            slot = (int) ((high ^ Long.rotateLeft(low, 32)) * 0x9e3779b97f4a7c15L >>> 32) & mask;
            while (indices[slot] != 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) slot = slot + 1 & mask;
            int before = indices[slot] - 1;
            if (before < 0) size++;
            keys[2 * slot] = high;
            keys[2 * slot + 1] = low;
            indices[slot] = index + 1;
            return before;
        }
    }

    // ---- keys and what they sign

    /** A verifier key: name+id+base64 of its type and bytes. */
    static final class Key {
        static final int ED25519 = 0x01;
        static final int COSIGNATURE = 0x04;

        final String text;
        final String name;
        final int id;
        final int type;
        private final byte[] bytes;
        private final PublicKey ed25519;

        private Key(String text, String name, int id, byte[] typed) {
            this.text = text;
            this.name = name;
            this.id = id;
            type = typed[0] & 0xff;
            bytes = Arrays.copyOfRange(typed, 1, typed.length);
            ed25519 = type == ED25519 || type == COSIGNATURE ? ed25519(bytes) : null;
        }

        static Key of(String text) {
            String[] parts = text.split("\\+", 3);
            byte[] typed = parts.length < 3 ? new byte[0] : base64(parts[2]);
            if (typed.length < 2 || !isName(parts[0])) throw notAKey(text);
            byte[] hash = new Sha256().of(concat(bytes(parts[0] + "\n"), typed));
            if (!parts[1].equals(HexFormat.of().formatHex(hash, 0, 4))) throw notAKey(text);
            return new Key(text, parts[0], ByteBuffer.wrap(hash).getInt(), typed);
        }

        private static PublicKey ed25519(byte[] bytes) {
            try {
                byte[] der = concat(HexFormat.of().parseHex("302a300506032b6570032100"), bytes);
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                throw new Problem("公钥无效 | a public key is not valid");
            }
        }

        private static Problem notAKey(String text) {
            return new Problem("不是有效的公钥：%1$s | not a valid verifier key: %1$s", text);
        }

        static boolean isName(String name) {
            return !name.isEmpty() && name.chars().noneMatch(c -> c == '+' || Character.isSpaceChar(c));
        }

        boolean isSm2() {
            return type == 0xff && new String(bytes, StandardCharsets.ISO_8859_1).startsWith("minsheng/sm2-sm3\n");
        }

        boolean verifies(String message, byte[] signature) {
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(ed25519);
                check.update(bytes(message));
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        /** A cosignature begins with the time that it was made at, and signs it as well. */
        boolean verifiesNote(String note, byte[] signature) {
            if (type == ED25519) return verifies(note, signature);
            if (signature.length != 8 + 64) return false;
            String time = Long.toString(ByteBuffer.wrap(signature).getLong());
            return verifies("cosignature/v1\ntime " + time + "\n" + note, Arrays.copyOfRange(signature, 8, 72));
        }
    }

    /** The body of an entry that puts another key in the place of the log's key. */
    record Handover(boolean restored, String old, String next, String signature) {
        static final Set<String> ACTIONS = Set.of("ledger.key-rotated", "ledger.restored");

        static Handover of(String action, Json body, int state) {
            int[] members = body.members(state, "old", "new", "signature");
            return new Handover(action.equals("ledger.restored"),
                    body.text(members[0]), body.text(members[1]), body.text(members[2]));
        }
    }

    /** The keys of the log, each with the index of the entry that handed over to it. */
    static final class KeyChain {
        private record Epoch(long from, Key key) {}

        private final List<Epoch> epochs = new ArrayList<>();
        final List<String> notices = new ArrayList<>();

        KeyChain(Key first) {
            epochs.add(new Epoch(-1, first));
        }

        void handOver(Handover handover, int index) {
            Key old = at(Long.MAX_VALUE);
            Key next = Key.of(handover.next);
            String signed = "minsheng-ledger/rotation/v1\n" + old.text + "\n" + next.text + "\n";
            if (!handover.old.equals(old.text)) {
                throw new Problem("交出的不是现用密钥 | the key that is handed over is not the one in use");
            }
            if (next.type != Key.ED25519 || !old.verifies(signed, base64(handover.signature))) {
                throw new Problem("密钥交接的签名不成立 | the old key did not sign this handover");
            }
            if (handover.restored && next.name.equals(old.name)) {
                throw new Problem("由备份恢复后没有改名 | the log was restored from a backup and kept its name");
            }
            notices.add(Problem.format(handover.restored
                    ? "日志在第 %1$d 条由备份恢复，改名 %2$s | the log was restored from a backup at index %1$d, now named %2$s"
                    : "日志在第 %1$d 条更换密钥：%2$s | the log changed its key at index %1$d: %2$s",
                    index, handover.restored ? next.name : next.text));
            epochs.add(new Epoch(index, next));
        }

        /** The key that signs checkpoints of this size. */
        Key at(long size) {
            int i = epochs.size() - 1;
            while (size <= epochs.get(i).from) i--;
            return epochs.get(i).key;
        }

        Key signerOf(Note note) {
            return epochs.stream().map(Epoch::key).filter(note::isSignedBy).findFirst().orElse(null);
        }

        /** keys.txt lists the keys of the log in order; behind them there may be keys for later. */
        void compareWith(List<Key> listed, Report report) {
            for (int i = 0; i < epochs.size(); i++) {
                if (i >= listed.size() || !listed.get(i).text.equals(epochs.get(i).key.text)) {
                    throw new Problem("keys.txt 与日志中的密钥交接不符 | keys.txt does not list the keys of the log");
                }
            }
            for (Key key : listed.subList(epochs.size(), listed.size())) {
                report.notice("密钥 %1$s 尚未启用 | key %1$s is not in use yet", key.text);
            }
        }
    }

    /** A signed note, not yet believed. */
    record Note(String place, String text, List<SignatureLine> signatures) {
        private record SignatureLine(String name, int id, byte[] signature) {}

        private static final String DASH = "\u2014 ";

        /** All notes of a file; empty lines may stand between them. */
        static List<Note> all(String file, Lines lines) throws IOException {
            List<Note> notes = new ArrayList<>();
            try {
                for (boolean more = lines.next(); more; ) {
                    StringBuilder text = new StringBuilder();
                    for (; more && !lines.isEmpty(); more = lines.next()) text.append(lines.text()).append('\n');
                    List<SignatureLine> signatures = new ArrayList<>();
                    for (more = lines.next(); more && lines.text().startsWith(DASH); more = lines.next()) {
                        signatures.add(signature(lines.text()));
                    }
                    if (text.isEmpty() && signatures.isEmpty()) continue;
                    if (text.isEmpty() || signatures.isEmpty()) throw malformed();
                    notes.add(new Note(file + " #" + (notes.size() + 1), text.toString(), signatures));
                }
                return notes;
            } catch (Problem problem) {
                throw problem.in(file + " #" + (notes.size() + 1));
            }
        }

        private static SignatureLine signature(String line) {
            String[] parts = line.substring(DASH.length()).split(" ", -1);
            byte[] bytes = parts.length == 2 ? base64(parts[1]) : new byte[0];
            if (bytes.length < 5 || !Key.isName(parts[0])) throw malformed();
            int id = ByteBuffer.wrap(bytes).getInt();
            return new SignatureLine(parts[0], id, Arrays.copyOfRange(bytes, 4, bytes.length));
        }

        static Problem malformed() {
            return new Problem("不是完好的签名文本 | this is not a well-formed signed note");
        }

        boolean hasLineOf(Key key) {
            return signatures.stream().anyMatch(line -> line.id == key.id && line.name.equals(key.name));
        }

        /** Lines of other keys do not count, but one of this key that does not verify spoils the note. */
        boolean isSignedBy(Key key) {
            return hasLineOf(key) && signatures.stream()
                    .filter(line -> line.id == key.id && line.name.equals(key.name))
                    .allMatch(line -> key.verifiesNote(text, line.signature));
        }
    }

    /** What the log promised at some time: so many entries, with this root. */
    record Checkpoint(Note note, String origin, long size, byte[] root) {
        static Checkpoint of(Note note) {
            String[] lines = note.text.split("\n");
            if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) throw Note.malformed().in(note.place);
            byte[] root = base64(lines[2]);
            if (root.length != HASH) throw Note.malformed().in(note.place);
            return new Checkpoint(note, lines[0], Long.parseLong(lines[1]), root);
        }

        /** Says why nobody need believe this checkpoint, or null. */
        Problem distrust(KeyChain keys, List<Key> witnesses) {
            Key key = keys.at(size);
            if (!origin.equals(key.name) || !note.isSignedBy(key)) {
                return withoutSignature(keys.signerOf(note)).in(note.place);
            }
            for (Key witness : witnesses) {
                if (note.hasLineOf(witness) && !note.isSignedBy(witness)) {
                    return new Problem("见证人副署不成立：%1$s | a bad cosignature of %1$s", witness.name).in(note.place);
                }
            }
            return null;
        }

        private Problem withoutSignature(Key signer) {
            if (signer == null) return new Problem("没有日志密钥的有效签名 | it has no valid signature of the log's key");
            return new Problem("条数 %2$d 时密钥 %1$s 并非现用密钥：此后的条目可能在恢复备份时丢失"
                    + " | its key %1$s was not in use at size %2$d: a restore may have lost entries",
                    signer.text, size);
        }

        boolean fits(Tree tree) {
            return size <= tree.size() && Arrays.equals(root, tree.root((int) size));
        }
    }

    /**
     * Every checkpoint is signed and is the root of its first entries. If not, the first bad entry stands between the
     * last checkpoint that holds and the first that does not, unless an entry before them was already found bad.
     */
    private void checkCheckpoints(Log log, List<Checkpoint> checkpoints, Problem found) {
        List<Checkpoint> reached = checkpoints.stream()
                .filter(checkpoint -> found == null || checkpoint.size <= log.tree.size())
                .toList();
        List<Problem> problems = new ArrayList<>(reached.parallelStream()
                .map(checkpoint -> checkpoint.distrust(log.keys, options.witnesses))
                .toList());
        List<Checkpoint> signed = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) if (problems.get(i) == null) signed.add(reached.get(i));
        signed.sort(Comparator.comparingLong(Checkpoint::size));

        for (Checkpoint checkpoint : signed) {
            if (!checkpoint.fits(log.tree)) throw broken(checkpoint, signed, log.tree);
        }
        if (found != null) throw first(found, reached, problems);
        problems.removeIf(problem -> problem == null);
        if (!problems.isEmpty()) throw problems.get(0);

        report.fact("检查点 checkpoints", checkpoints.size());
        for (Key witness : options.witnesses) {
            long count = checkpoints.stream().filter(checkpoint -> checkpoint.note.hasLineOf(witness)).count();
            boolean newest = checkpoints.get(0).note.hasLineOf(witness);
            report.fact("副署 cosignatures", witness.name + ": " + count + (newest ? "" : " (不含最新 not the newest)"));
        }
    }

    /** Where a handover of keys is gone, no later checkpoint has a known signature: that is then what is bad first. */
    private static Problem first(Problem found, List<Checkpoint> reached, List<Problem> problems) {
        long holding = 0;
        boolean followed = false;
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i) == null) holding = Math.max(holding, reached.get(i).size);
        }
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i) != null && reached.get(i).size <= holding) return found;
            followed |= problems.get(i) != null;
        }
        return !followed ? found
                : new Problem("从这一条起，检查点没有日志密钥的有效签名"
                        + " | from this entry on the checkpoints are not signed by the log's key").at(holding);
    }

    private static Problem broken(Checkpoint checkpoint, List<Checkpoint> signed, Tree tree) {
        String place = checkpoint.note.place;
        long size = checkpoint.size;
        if (size == 0) return new Problem("空日志的根不对 | this is not the root of an empty log").in(place);
        if (size > tree.size()) {
            Problem gone = new Problem("检查点 %1$s 签过 %2$d 条，从这一条起包中却没有"
                    + " | checkpoint %1$s was signed over %2$d entries, from this one on they are gone", place, size);
            return gone.at(tree.size());
        }
        long holding = signed.stream()
                .filter(other -> other.size < size && other.fits(tree))
                .mapToLong(Checkpoint::size)
                .max()
                .orElse(0);
        String message = size == holding + 1
                ? "与检查点 %1$s（条数 %2$d）签名时不同 | it is not what checkpoint %1$s (size %2$d) signed"
                : "从这一条到第 %3$d 条，至少一条与检查点 %1$s（条数 %2$d）签名时不同"
                        + " | from here to entry %3$d, one or more are not what checkpoint %1$s (size %2$d) signed";
        return new Problem(message, place, size, size - 1).at(holding);
    }

    /** The promise, given to a person, that an event is in the log. */
    record Receipt(Note note, String origin, UUID event, String stream, String body) {
        static Receipt of(Note note) {
            String[] lines = note.text.split("\n");
            if (lines.length != 6 || !lines[0].equals("minsheng-ledger/receipt/v1")) {
                throw new Problem("不是收据 | this is not a receipt").in(note.place);
            }
            return new Receipt(note, lines[1], uuid(lines[2]), lines[3], lines[4]);
        }

        void check(Log log) {
            Key signer = log.keys.signerOf(note);
            if (signer == null || !signer.name.equals(origin)) {
                throw new Problem("收据没有日志密钥的有效签名 | no key of the log signed the receipt").in(note.place);
            }
            Entry entry = log.wanted.get(event);
            if (entry == null || !entry.stream.equals(stream) || !HexFormat.of().formatHex(entry.body).equals(body)) {
                throw new Problem("日志中没有收据所承诺的事件 | the log lacks the event that the receipt promises").in(note.place);
            }
        }
    }

    // ---- tools

    /** The lines of a stream: each lies in bytes, between from and to, and has its line break at to. */
    static final class Lines implements Closeable {
        private static final int READ_AHEAD = 16;

        private final InputStream in;
        byte[] bytes = new byte[1 << 16];
        int from;
        int to;
        private int next;
        private int limit;

        Lines(InputStream in) {
            this.in = in;
        }

        boolean next() throws IOException {
            from = next;
            int length = 0;
            do {
                for (int i = from + length; i < limit; ) {
                    long hits = hits(bytes, i, '\n');
                    i += distance(hits);
                    if (hits != 0 && i < limit) {
                        to = i;
                        next = i + 1;
                        return true;
                    }
                }
                length = limit - from;
            } while (fill());
            if (length > 0) throw new Problem("行未写完 | the line is cut off");
            return false;
        }

        /** Moves the line that has begun to the front and reads on. */
        private boolean fill() throws IOException {
            limit -= from;
            System.arraycopy(bytes, from, bytes, 0, limit);
            from = next = 0;
            if (limit > LONGEST_LINE) throw new Problem("行太长 | the line is too long");
            if (limit > bytes.length / 2) bytes = Arrays.copyOf(bytes, bytes.length * 2);
            int read = in.read(bytes, limit, bytes.length - limit - READ_AHEAD);
            if (read > 0) limit += read;
            return read > 0;
        }

        boolean isEmpty() {
            return from == to;
        }

        String text() {
            return utf8(bytes, from, to);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    static final class Sha256 {
        private final MessageDigest digest;

        Sha256() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] of(byte[] bytes) {
            return digest.digest(bytes);
        }

        byte[] of(byte[] bytes, int from, int to) {
            digest.update(bytes, from, to - from);
            return digest.digest();
        }

        byte[] leaf(byte[] bytes, int from, int to) {
            digest.update((byte) 0);
            return of(bytes, from, to);
        }

        /** The parent of two nodes that stand side by side. */
        byte[] node(byte[] bytes, int from) {
            digest.update((byte) 1);
            return of(bytes, from, from + 2 * HASH);
        }
    }

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    /** Looks at eight bytes at once, which is what makes a gigabyte of text quick: which of them are this one? */
    static long hits(byte[] bytes, int from, char searched) {
        long differences = (long) EIGHT_BYTES.get(bytes, from) ^ ONES * searched;
        return differences - ONES & ~differences & ONES << 7;
    }

    /** How far the first hit is away, or 8 when there is none. */
    static int distance(long hits) {
        return Long.numberOfTrailingZeros(hits) / 8;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] concat(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    static String utf8(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ') throw new Problem("含有控制字符 | it has control characters");
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) throw new Problem("不是 UTF-8 文本 | it is not UTF-8 text");
        return text;
    }

    /** Only the one way to write these bytes: the decoder alone would let stray bits pass. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Problem("Base64 编码有误 | it has malformed base64");
    }

    static UUID uuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) return uuid;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Problem("UUID 有误 | it has a malformed UUID");
    }

    // ---- command line and result

    /** Something that does not hold: at an index of the log, or (index -1) somewhere else. */
    static final class Problem extends RuntimeException {
        final long index;

        private Problem(long index, String message) {
            super(message, null, false, false);
            this.index = index;
        }

        Problem(String message, Object... values) {
            this(-1, format(message, values));
        }

        static String format(String message, Object... values) {
            return values.length == 0 ? message : String.format(Locale.ROOT, message, values);
        }

        Problem at(long place) {
            return index < 0 ? new Problem(place, getMessage()) : this;
        }

        Problem in(String place) {
            return new Problem(index, place + "：" + getMessage().replace(" | ", " | " + place + ": "));
        }
    }

    record Options(
            Path bundle,
            Key key,
            List<Path> checkpoints,
            List<Path> receipts,
            List<Key> witnesses,
            boolean requireBodies) {
        static Options of(String[] args) {
            Path bundle = null;
            Key key = null;
            boolean requireBodies = false;
            List<Path> checkpoints = new ArrayList<>();
            List<Path> receipts = new ArrayList<>();
            List<Key> witnesses = new ArrayList<>();
            for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
                String arg = rest.next();
                if (arg.equals("--require-bodies")) requireBodies = true;
                else if (!arg.startsWith("--") && bundle == null) bundle = Path.of(arg);
                else if (!rest.hasNext()) throw new UsageError(arg);
                else if (arg.equals("--key") && key == null) key = key(rest.next(), Key.ED25519);
                else if (arg.equals("--checkpoint")) checkpoints.add(Path.of(rest.next()));
                else if (arg.equals("--receipt")) receipts.add(Path.of(rest.next()));
                else if (arg.equals("--witness")) witnesses.add(key(rest.next(), Key.COSIGNATURE));
                else throw new UsageError(arg);
            }
            if (bundle == null) throw new UsageError("bundle.zip");
            return new Options(bundle, key, checkpoints, receipts, witnesses, requireBodies);
        }

        private static Key key(String text, int type) {
            try {
                Key key = Key.of(text);
                if (key.type == type) return key;
            } catch (Problem problem) {
                // said below
            }
            throw new UsageError(text);
        }
    }

    static final class UsageError extends RuntimeException {
        UsageError(String argument) {
            super(argument + "; java Verifier.java bundle.zip [--key <vkey>] [--checkpoint <file>]..."
                    + " [--receipt <file>]... [--witness <vkey>]... [--require-bodies]");
        }
    }

    /** Prints for people: facts on a line in both languages, everything else on two lines, Chinese and English. */
    static final class Report {
        private final PrintStream out;
        private Problem finding;

        Report(PrintStream out) {
            this.out = out;
        }

        void fact(String name, Object value) {
            line(name + ": " + value);
        }

        void notice(String message, Object... values) {
            both("提示：", "notice: ", Problem.format(message, values));
        }

        void finding(Problem problem) {
            if (finding == null) finding = problem;
            both("发现：第 " + problem.index + " 条：", "finding: index " + problem.index + ": ", problem.getMessage());
        }

        int end() {
            if (finding != null) return bad(finding);
            both("OK ", "OK ", "全部成立 | everything holds");
            return 0;
        }

        int bad(Problem problem) {
            String start = problem.index < 0 ? "BAD: " : "BAD index " + problem.index + ": ";
            both(start, start, problem.getMessage());
            return 1;
        }

        int unusable(String message) {
            both("", "", message);
            return 2;
        }

        private void both(String chinese, String english, String message) {
            String[] texts = message.split(" \\| ", 2);
            line(chinese + texts[0]);
            line(english + texts[1]);
        }

        /** What a forged bundle says must not look like words of ours: no line breaks, no control characters. */
        private void line(String text) {
            String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
            out.println(plain.length() > 1000 ? plain.substring(0, 1000) + "…" : plain);
        }
    }

    /** Standard output, in UTF-8 where its own encoding has no Chinese. */
    private static PrintStream console() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        if (Charset.forName(encoding).newEncoder().canEncode('\u6c11')) return System.out;
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
