package org.minsheng.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem details, RFC 9457: the one shape of every answer of 400 and above. */
@Schema(name = "Problem", description = "Problem details (RFC 9457): the one shape of every 4xx and 5xx answer.")
public record Problem(
        @Schema(
                description = "Stable address that explains the code.",
                examples = "/problems/request.invalid",
                maxLength = 200)
        String type,

        @Schema(
                description = "Short name of the problem in the caller's language.",
                examples = "请求内容有误",
                maxLength = 200)
        String title,

        @Schema(description = "HTTP status.", examples = "400", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "A sentence a person can act on.", examples = "有 1 处内容不符合要求。", maxLength = 1000)
        String detail,

        @Schema(description = "Path of the refused request.", examples = "/api/v1/projects", maxLength = 2000)
        String instance,

        @Schema(description = "Stable code for programs.", examples = "request.invalid", maxLength = 100)
        String code,

        @Schema(
                description = "Trace id to quote to support.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736",
                maxLength = 64)
        String traceId,

        @Schema(description = "What is wrong, field by field.", maxItems = 1000)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Detail> errors,

        @Schema(
                description = "The same in the words of OAuth (RFC 6749), where a client asked for a token.",
                examples = "invalid_client",
                maxLength = 50)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String error) {

    @Schema(name = "ProblemDetail", description = "What is wrong with one field or parameter.")
    public record Detail(
            @Schema(
                    description = "JSON pointer into the body, or the parameter's name.",
                    examples = "/name",
                    maxLength = 500)
            String pointer,

            @Schema(description = "Stable code.", examples = "field.required", maxLength = 100)
            String code,

            @Schema(description = "A sentence a person can act on.", examples = "此项必填。", maxLength = 1000)
            String detail) {}
}
