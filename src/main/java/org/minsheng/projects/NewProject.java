package org.minsheng.projects;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A project to enter into a draft programme.")
public record NewProject(
        @Schema(description = "Own id (UUIDv7); sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "Draft programme.") @NotNull UUID programmeId,

        @Schema(description = "What is written of it.") @JsonProperty("text") @NotNull @Valid
        ProjectText text) {}
