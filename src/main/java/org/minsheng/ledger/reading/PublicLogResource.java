package org.minsheng.ledger.reading;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.proof.Tile;

/** The log in the paths of C2SP tlog-tiles, for anybody: hashes and signatures, nothing of what happened. */
@Path("/public/v1/ledger")
@Produces(MediaType.TEXT_PLAIN)
@PermitAll
@Tag(name = "ledger", description = "The provable ledger: checkpoints, tiles, entries, proofs.")
public class PublicLogResource {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String A_SECOND = "public, max-age=1";
    private static final String A_MINUTE = "public, max-age=60, stale-while-revalidate=300";
    private final Log log;
    private final RoutingContext context;

    PublicLogResource(Log log, RoutingContext context) {
        this.log = log;
        this.context = context;
    }

    @GET
    @Path("checkpoint")
    @SecurityRequirements
    @Operation(
            operationId = "getCheckpoint",
            summary = "The newest checkpoint: how many entries the log has, and their root, signed",
            description =
                    "A signed note (C2SP tlog-checkpoint). Keep it: every later checkpoint must be consistent with it. 404 before the first one.")
    @APIResponse(
            responseCode = "200",
            description = "The note.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 10_000)))
    public Response checkpoint() {
        return text(log.newest().orElseThrow(Refusal::notFound), A_SECOND);
    }

    @GET
    @Path("key")
    @SecurityRequirements
    @Operation(
            operationId = "getLedgerKeys",
            summary = "The keys that have signed the log, oldest first",
            description =
                    "Verifier keys (C2SP signed-note), one a line. The log itself tells when one took over from another.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100_000)))
    public Response keys() {
        return text(String.join("\n", log.keys()) + "\n", A_MINUTE);
    }

    @GET
    @Path("tile/{level}/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @SecurityRequirements
    @Operation(
            operationId = "getTile",
            summary = "A tile of hashes",
            description =
                    "Up to 256 hashes of 32 bytes: leaves at level 0, roots of 256 leaves at level 1, and so on (C2SP tlog-tiles). A full tile never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The hashes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 8192)))
    public Response tile(
            @Parameter(description = "Level, 0 for leaves.", example = "0") @PathParam("level") @Min(0) @Max(7)
                    int level,
            @Parameter(
                            description = "Index in groups of three digits, with the width of a partial tile.",
                            example = "x001/x234/067.p/12")
                    @PathParam("tile")
                    @Size(max = 60)
                    String path) {
        Tile tile = Tile.of(level, path).filter(t -> t.isIn(log.signedSize())).orElseThrow(Refusal::notFound);
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * 32);
        log.hashes(level, tile.first(), tile.width()).forEach(hashes::writeBytes);
        return Response.ok(hashes.toByteArray())
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .build();
    }

    private Response text(String text, String cached) {
        String etag = "\"" + Integer.toHexString(text.hashCode()) + "-" + text.length() + "\"";
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag))
            return Response.notModified()
                    .header(HttpHeaders.ETAG, etag)
                    .header(HttpHeaders.CACHE_CONTROL, cached)
                    .build();
        return Response.ok(text)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}
