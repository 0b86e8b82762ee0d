package org.minsheng.indicators;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.http.Answers;
import org.minsheng.http.ETag;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.programmes.NewSource;
import org.minsheng.programmes.Programme;
import org.minsheng.programmes.Programmes;
import org.minsheng.programmes.SourceDocument;
import org.minsheng.programmes.SourceText;
import org.minsheng.programmes.SourceView;

@Path("/api/v1/programmes/{id}/source")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class SourceResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Answers answers;
    private final Ledger ledger;

    SourceResource(Caller caller, Programmes programmes, Indicators indicators, Answers answers, Ledger ledger) {
        this.caller = caller;
        this.programmes = programmes;
        this.indicators = indicators;
        this.answers = answers;
        this.ledger = ledger;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getSource", summary = "The notice, character for character")
    @APIResponse(
            responseCode = "200",
            description = "The text.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response get(@PathParam("id") UUID id) {
        SourceDocument source = source(id);
        return answers.one(ETag.of(source.version()), () -> SourceView.of(source));
    }

    @PUT
    @RolesAllowed(Role.Names.SUPERVISOR)
    @Transactional
    @Operation(
            operationId = "storeSource",
            summary = "Store the notice of a draft programme",
            description =
                    "The first time without If-Match; replacing it needs one, and every quote with a place must still stand there.")
    @APIResponse(
            responseCode = "200",
            description = "The text.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response put(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewSource wanted) {
        Programme programme = programmes.managed(id, caller.scope()).orElseThrow(Refusal::notFound);
        SourceDocument source = programmes.source(id).orElse(null);
        if (source == null) {
            source = new SourceDocument(programme, wanted, caller.now());
            programmes.store(source);
        } else {
            ETag.require(ifMatch, source.version());
            source.replace(wanted, caller.now());
        }
        SourceText text = source.sourceText();
        indicators.all(id).forEach(i -> i.requireQuoted(text));
        ledger.record(caller.actor(), "source.stored", source);
        return answers.changed(source.version(), SourceView.of(source));
    }

    @GET
    @Path("coverage")
    @Authenticated
    @Operation(operationId = "getSourceCoverage", summary = "Which stretches of the annex no indicator quotes")
    @APIResponse(
            responseCode = "200",
            description = "The coverage.",
            content = @Content(schema = @Schema(implementation = SourceCoverage.class)))
    public Response coverage(@PathParam("id") UUID id) {
        SourceDocument source = source(id);
        return answers.whole(SourceCoverage.of(source.sourceText(), source.annex(), indicators.spans(id)));
    }

    private SourceDocument source(UUID id) {
        programmes.readable(id, caller.scope()).orElseThrow(Refusal::notFound);
        return programmes.source(id).orElseThrow(Refusal::notFound);
    }
}
