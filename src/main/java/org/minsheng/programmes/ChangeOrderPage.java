package org.minsheng.programmes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Change orders of a programme, oldest first.")
public record ChangeOrderPage(
        @Schema(description = "The orders.", maxItems = 1000)
        List<ChangeOrderView> items) {}
