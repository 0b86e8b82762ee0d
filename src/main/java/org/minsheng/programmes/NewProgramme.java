package org.minsheng.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A year's list of the caller's government, as a draft.")
public record NewProgramme(
        @Schema(description = "Own id (UUIDv7); sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "Year of the promises.", examples = "2026") @Min(1990) @Max(2200)
        int year,

        @Schema(description = "Title of the list.", examples = "2026年区政府十件民生实事项目") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "What makes it binding; may be completed later.") @Valid
        Mandate mandate) {}
