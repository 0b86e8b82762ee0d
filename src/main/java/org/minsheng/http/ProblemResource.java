package org.minsheng.http;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "problems", description = "What the codes of problems mean.")
public class ProblemResource {
    @Schema(description = "What a problem code means; {0} and {1} stand for what the answer fills in.")
    public record Explanation(
            @Schema(description = "The code.", examples = "request.stale", maxLength = 100)
            String code,

            @Schema(description = "In Chinese.", examples = "在您读取之后内容已被他人更改。", maxLength = 1000)
            String zh,

            @Schema(description = "In English.", examples = "Somebody changed it since you read it.", maxLength = 1000)
            String en) {}

    @GET
    @Path("{code}")
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "explainProblem", summary = "What a problem code means")
    @APIResponse(
            responseCode = "200",
            description = "The explanation.",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    public Response explain(@PathParam("code") @Size(max = 100) String code) {
        if (!ProblemTexts.knows(code)) throw Refusal.notFound();
        return Response.ok(new Explanation(
                        code, ProblemTexts.detail(code, Language.ZH), ProblemTexts.detail(code, Language.EN)))
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }
}
