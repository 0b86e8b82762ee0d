package org.minsheng.chronicle;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Page;

@Schema(description = "A page of a project's story.")
record ChroniclePage(
        @Schema(description = "The lines.", maxItems = 200) List<ChronicleLine> items,
        @Schema(description = "Where the page ends.") Page.PageInfo page) {}
