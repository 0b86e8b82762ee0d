package org.minsheng.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.evidence.EvidenceFolder.Upload;
import org.minsheng.http.Refusal;
import org.minsheng.scanner.Scanner;

/**
 * Takes a file in: who may send it is asked before its first byte and after its last, between it is read and scanned without a
 * connection, and only a clean one is recorded.
 */
@ApplicationScoped
class Intake {
    private final Caller caller;
    private final Attachments attachments;
    private final EvidenceFolder folder;
    private final Scanner scanner;

    Intake(Caller caller, Attachments attachments, EvidenceFolder folder, Scanner scanner) {
        this.caller = caller;
        this.attachments = attachments;
        this.folder = folder;
        this.scanner = scanner;
    }

    Response take(Evidence.SubjectType type, UUID id, String fileName, InputStream body) {
        if (fileName.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f))
            throw Refusal.badParameter("fileName", "evidence.bad-file-name");
        Actor actor = caller.actor();
        String unitPath = attachments.expect(type, id, actor);
        try (Upload file = folder.receive(body, fileName)) {
            scanner.requireClean(file.file(), actor, unitPath);
            return attachments.attach(type, id, file, fileName, actor, caller.now());
        }
    }
}
