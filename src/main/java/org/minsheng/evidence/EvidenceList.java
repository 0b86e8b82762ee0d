package org.minsheng.evidence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The files behind an entry or an item, oldest first.")
public record EvidenceList(
        @Schema(description = "The files.", maxItems = 200) List<EvidenceView> items) {}
