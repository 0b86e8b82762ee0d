package org.minsheng.items;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of items.")
public record ItemPage(
        @Schema(description = "The items.", maxItems = 200) List<ItemView> items, Page.PageInfo page) {}
