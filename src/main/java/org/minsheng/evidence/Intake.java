package org.minsheng.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.evidence.EvidenceFolder.Upload;
import org.minsheng.http.Refusal;

/** Takes a file in: who may send it is asked before its first byte and after its last, and between no connection is held. */
@ApplicationScoped
class Intake {
    private final Caller caller;
    private final Attachments attachments;
    private final EvidenceFolder folder;

    Intake(Caller caller, Attachments attachments, EvidenceFolder folder) {
        this.caller = caller;
        this.attachments = attachments;
        this.folder = folder;
    }

    Response take(Evidence.SubjectType type, UUID id, String fileName, InputStream body) {
        if (fileName.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f))
            throw Refusal.badParameter("fileName", "evidence.bad-file-name");
        Actor actor = caller.actor();
        attachments.expect(type, id, actor);
        try (Upload file = folder.receive(body, fileName)) {
            return attachments.attach(type, id, file, fileName, actor, caller.now());
        }
    }
}
