package org.minsheng.clients;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of machine clients.")
public record ClientPage(
        @Schema(description = "The clients.", maxItems = 200)
        List<ClientRow> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
