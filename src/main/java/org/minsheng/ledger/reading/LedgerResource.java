package org.minsheng.ledger.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.Paging;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.LedgerPlace;
import org.minsheng.ledger.proof.Tile;

@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.AUDIT_ADMIN, Role.Names.SUPERVISOR, Role.Names.LEADER})
@Tag(name = "ledger")
public class LedgerResource {
    /** Beyond it a client's double is no longer exact. */
    private static final long EXACT = 9_007_199_254_740_991L;

    private final Caller caller;
    private final Entries entries;
    private final Log log;
    private final Answers answers;

    LedgerResource(Caller caller, Entries entries, Log log, Answers answers) {
        this.caller = caller;
        this.entries = entries;
        this.log = log;
        this.answers = answers;
    }

    @GET
    @Path("entries")
    @Operation(
            operationId = "listLedgerEntries",
            summary = "Entries of the log, newest first",
            description =
                    "Sort key: index. What lies outside the caller's part of the tree is not listed; its hashes are in the tiles.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = LedgerEntryPage.class)))
    public Response list(@BeanParam @Valid LedgerFilter filter, @BeanParam @Valid Paging paging) {
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to()))
            throw Refusal.badParameter("from", "request.from-not-before-to");
        return answers.list(entries.page(filter, paging, caller.actor()), paging, LedgerEntryView.class);
    }

    @GET
    @Path("entries/{index}")
    @Operation(operationId = "getLedgerEntry", summary = "One entry with the exact bytes that its hashes are of")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(schema = @Schema(implementation = LedgerEntryView.class)))
    public Response one(
            @Parameter(description = "Place in the log, from 0.", example = "1041")
                    @PathParam("index")
                    @Min(0)
                    @Max(EXACT)
                    long index) {
        LedgerPlace place = entries.one(index, caller.actor()).orElseThrow(Refusal::notFound);
        return answers.whole(LedgerEntryView.whole(place, caller.language()));
    }

    @GET
    @Path("entries/{index}/proof")
    @Operation(
            operationId = "getInclusionProof",
            summary = "That an entry is in the log (RFC 6962, 2.1.1)",
            description = "Against the newest checkpoint unless size names another tree.")
    @APIResponse(
            responseCode = "200",
            description = "The proof.",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    public Response inclusion(
            @Parameter(description = "Place in the log, from 0.", example = "1041")
                    @PathParam("index")
                    @Min(0)
                    @Max(EXACT)
                    long index,
            @Parameter(description = "Size of the tree; the newest checkpoint's when absent.", example = "1042")
                    @QueryParam("size")
                    @Min(1)
                    @Max(EXACT)
                    Long size) {
        long signed = log.signedSize();
        long within = size == null ? signed : size;
        if (index >= signed) throw Refusal.notFound();
        if (within > signed || within <= index)
            throw Refusal.badParameter("size", "ledger.size-outside", index + 1, signed);
        return answers.whole(log.proofs(proofs -> ProofView.of(
                proofs.inclusion(index, within),
                within,
                proofs.root(within),
                log.checkpoint(within).orElse(null))));
    }

    @GET
    @Path("tile/entries/{tile: .+}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getEntryBundle",
            summary = "The leaves of a tile, each after its length in two bytes (C2SP tlog-tiles)",
            description =
                    "Not among the public tiles, because streams and their times tell who is working on what. A full tile never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The entries.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 300_000)))
    public Response bundle(
            @Parameter(
                            description = "Index in groups of three digits, with the width of a partial tile.",
                            example = "x001/x234/067.p/12")
                    @PathParam("tile")
                    @Size(max = 60)
                    String path) {
        Tile tile = Tile.of(0, path).filter(t -> t.isIn(log.signedSize())).orElseThrow(Refusal::notFound);
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(tile.width() * 400);
        for (LedgerPlace place : log.places(tile.first(), tile.width())) {
            byte[] entry = Log.entry(place).bytes();
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return Response.ok(bundle.toByteArray())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .build();
    }

    @GET
    @Path("consistency")
    @Operation(
            operationId = "getConsistencyProof",
            summary = "That a later tree begins with an earlier one (RFC 6962, 2.1.2)")
    @APIResponse(
            responseCode = "200",
            description = "The proof.",
            content = @Content(schema = @Schema(implementation = ProofView.class)))
    public Response consistency(
            @Parameter(description = "Size of the earlier tree.", example = "1000", required = true)
                    @QueryParam("from")
                    @NotNull
                    @Min(1)
                    @Max(EXACT)
                    Long from,
            @Parameter(description = "Size of the later tree; the newest checkpoint's when absent.", example = "1042")
                    @QueryParam("to")
                    @Min(1)
                    @Max(EXACT)
                    Long to) {
        long signed = log.signedSize();
        long until = to == null ? signed : to;
        if (until > signed) throw Refusal.badParameter("to", "ledger.size-outside", 1, signed);
        if (from > until) throw Refusal.badParameter("from", "ledger.from-after-to");
        return answers.whole(log.proofs(proofs -> ProofView.of(
                proofs.consistency(from, until),
                until,
                proofs.root(until),
                log.checkpoint(until).orElse(null))));
    }
}
