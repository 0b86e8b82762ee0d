package org.minsheng.ledger.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of the log.")
record LedgerEntryPage(
        @Schema(description = "Entries.", maxItems = 200) List<LedgerEntryView> items,
        @Schema(description = "Where the page ends.") Page.PageInfo page) {}
