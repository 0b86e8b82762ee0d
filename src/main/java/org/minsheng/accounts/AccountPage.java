package org.minsheng.accounts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of accounts.")
public record AccountPage(
        @Schema(description = "The accounts.", maxItems = 200)
        List<AccountRow> items,

        @Schema(description = "Position.") Page.PageInfo page) {}
