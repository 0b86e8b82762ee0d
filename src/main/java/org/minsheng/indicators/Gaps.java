package org.minsheng.indicators;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the notice leaves open for a project.")
public record Gaps(
        @Schema(description = "The gaps.", maxItems = 5000) List<Gap> items) {}
