package org.minsheng.units;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A group of units to enter.")
public record NewUnitGroup(
        @Schema(description = "Own id (UUIDv7) of an offline client; sent again with the same body it is a replay.")
        UUID id,

        @Schema(description = "Government whose group it is.") @NotNull
        UUID governmentId,

        @Schema(description = "Code, unique within the government.", examples = "towns")
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String code,

        @Schema(description = "Name as used in documents.", examples = "各镇街") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What the group stands for.", examples = "10 个镇街") @Size(max = 500)
        String note,

        @Schema(description = "The members, each with its days.") @Size(max = 500)
        List<Memberships.@NotNull @Valid Membership> members) {}
