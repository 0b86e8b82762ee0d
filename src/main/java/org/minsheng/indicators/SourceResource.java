package org.minsheng.indicators;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.http.Answers;
import org.minsheng.http.Refusal;
import org.minsheng.programmes.Programmes;
import org.minsheng.programmes.SourceDocument;
import org.minsheng.programmes.SourceView;

@Path("/api/v1/programmes/{id}/source")
@Tag(name = "programmes")
public class SourceResource {
    private final Caller caller;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Answers answers;

    SourceResource(Caller caller, Programmes programmes, Indicators indicators, Answers answers) {
        this.caller = caller;
        this.programmes = programmes;
        this.indicators = indicators;
        this.answers = answers;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getSource", summary = "The notice, character for character")
    @APIResponse(
            responseCode = "200",
            description = "The text.",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answers.whole(SourceView.of(source(id)));
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
