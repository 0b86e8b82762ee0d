package org.minsheng.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is by its own bytes, whatever its name says: only what a reviewer can look at without running anything. */
final class Magic {
    private static final int HEAD = 16;
    private static final int MOST_ENTRIES = 10_000;
    private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "mif1", "msf1");
    private static final Set<String> MP4 =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Magic() {}

    static Optional<FileKind> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (starts(head, (byte) 0xff, (byte) 0xd8, (byte) 0xff)) return Optional.of(FileKind.JPEG);
        if (starts(head, PNG)) return Optional.of(FileKind.PNG);
        if (starts(head, "%PDF-".getBytes(StandardCharsets.US_ASCII))) return Optional.of(FileKind.PDF);
        if (starts(head, (byte) 'P', (byte) 'K', (byte) 3, (byte) 4)) return office(file);
        if (head.length < 12) return Optional.empty();
        if (!new String(head, 4, 4, StandardCharsets.US_ASCII).equals("ftyp")) return Optional.empty();
        String brand = new String(head, 8, 4, StandardCharsets.US_ASCII);
        if (HEIC.contains(brand)) return Optional.of(FileKind.HEIC);
        return MP4.contains(brand) ? Optional.of(FileKind.MP4) : Optional.empty();
    }

    /** An archive is taken only if it is a document of one of two kinds, without macros. Nothing is unpacked. */
    private static Optional<FileKind> office(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean macros =
                    zip.stream().anyMatch(e -> e.getName().toLowerCase().endsWith("vbaproject.bin"));
            if (zip.size() > MOST_ENTRIES || macros || zip.getEntry("[Content_Types].xml") == null)
                return Optional.empty();
            if (zip.getEntry("word/document.xml") != null) return Optional.of(FileKind.DOCX);
            if (zip.getEntry("xl/workbook.xml") != null) return Optional.of(FileKind.XLSX);
            return Optional.empty();
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] head, byte... wanted) {
        if (head.length < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if (head[i] != wanted[i]) return false;
        return true;
    }
}
