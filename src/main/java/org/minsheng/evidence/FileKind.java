package org.minsheng.evidence;

import java.util.List;
import java.util.Locale;

/** The kinds of files that are taken, and the endings that the name of each may have. */
enum FileKind {
    JPEG("image/jpeg", ".jpg", ".jpeg"),
    PNG("image/png", ".png"),
    HEIC("image/heic", ".heic", ".heif"),
    PDF("application/pdf", ".pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    MP4("video/mp4", ".mp4", ".m4v");

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    String endings() {
        return String.join(", ", endings);
    }

    /** The computer of whoever downloads the file opens it by this ending. */
    boolean fits(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> name.endsWith(ending) && name.length() > ending.length());
    }
}
