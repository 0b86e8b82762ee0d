package org.minsheng.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.sequence.Receipts;

/** Many entries in one request and one transaction; a refused one leaves the others alone. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress-entries")
public class BatchResource {
    private final Caller caller;
    private final ProgressEntries entries;
    private final EntryAnswers views;
    private final Reporting reporting;
    private final Receipts receipts;
    private final Answers answers;

    BatchResource(
            Caller caller,
            ProgressEntries entries,
            EntryAnswers views,
            Reporting reporting,
            Receipts receipts,
            Answers answers) {
        this.caller = caller;
        this.entries = entries;
        this.views = views;
        this.reporting = reporting;
        this.receipts = receipts;
        this.answers = answers;
    }

    @POST
    @Path("progress-entry-submissions")
    @RolesAllowed(Role.Names.REPORTER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "submitProgressEntries",
            summary = "Submit many entries",
            description = "Each is judged alone; the answer says of each what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "One result for each entry.",
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    public Response submit(@NotNull @Valid Batch batch) {
        Actor actor = caller.actor();
        return moved(
                batch,
                id -> entries.own(id, actor.scope()),
                entry -> reporting.submit(entry, batch.confirmed(), actor, caller.now()));
    }

    @POST
    @Path("progress-entry-approvals")
    @RolesAllowed(Role.Names.REVIEWER)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "approveProgressEntries",
            summary = "Approve many submitted entries",
            description = "Each is judged alone; the answer says of each what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "One result for each entry.",
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    public Response approve(@NotNull @Valid Batch batch) {
        Actor actor = caller.actor();
        return moved(
                batch,
                id -> entries.reviewed(id, actor.scope()),
                entry -> reporting.approve(entry, actor, caller.now()));
    }

    private Response moved(Batch batch, Function<UUID, Optional<ProgressEntry>> find, Consumer<ProgressEntry> move) {
        List<BatchResult.Item> items = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Batch.Move wanted : batch.items()) items.add(one(wanted, seen.add(wanted.id()), find, move));
        return answers.whole(BatchResult.of(items));
    }

    /** What a refused move has changed of its entry is forgotten, so the transaction goes on with the others. */
    private BatchResult.Item one(
            Batch.Move wanted,
            boolean first,
            Function<UUID, Optional<ProgressEntry>> find,
            Consumer<ProgressEntry> move) {
        ProgressEntry entry = null;
        try {
            if (!first) throw Refusal.rule("progress.entry-twice");
            entry = find.apply(wanted.id()).orElseThrow(Refusal::notFound);
            if (entry.version() != wanted.version()) throw Refusal.stale(ETag.of(entry.version()));
            move.accept(entry);
            entries.flush();
            return new BatchResult.Item(
                    wanted.id(), 200, views.of(entry, caller.actor()), null, receipts.wanted(entry));
        } catch (Refusal refusal) {
            if (entry != null) entries.forget(entry);
            return new BatchResult.Item(wanted.id(), refusal.status(), null, answers.problem(refusal), null);
        }
    }
}
