package org.minsheng.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How much of a list, from where, in what order, with which fields. */
public record Paging(
        @Parameter(description = "Items per page, 1 to 200.", example = "50")
        @QueryParam("limit")
        @DefaultValue("50")
        @Min(1)
        @Max(200)
        int limit,

        @Parameter(description = "The `page.next` of the page before; opaque.") @QueryParam("cursor") @Size(max = 2000)
        String cursor,

        @Parameter(description = "`true` also counts all items that match; costs a second query.")
        @QueryParam("count")
        @DefaultValue("false")
        boolean count,

        @Parameter(description = "Comma-separated sort keys, `-` for descending; each list names its keys.")
        @QueryParam("sort")
        @Size(max = 200)
        String sort,

        @Parameter(description = "Comma-separated names of fields to keep in each item.", example = "id,name")
        @QueryParam("fields")
        @Size(max = 500)
        String fields) {}
