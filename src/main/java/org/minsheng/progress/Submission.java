package org.minsheng.progress;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How an entry is submitted.")
public record Submission(
        @Schema(description = "True confirms the warnings that came back the first time.", examples = "false")
        Boolean confirmWarnings) {}
