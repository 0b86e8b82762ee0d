package org.minsheng.progress;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The periods of a programme, oldest first.")
public record PeriodList(
        @Schema(description = "The periods.", maxItems = 60) List<PeriodView> items) {}
