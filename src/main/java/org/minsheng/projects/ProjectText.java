package org.minsheng.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is written of a project while its programme is a draft; also the body of its merge patch.")
public record ProjectText(
        @Schema(description = "Number in the notice.", examples = "2") @NotNull @Min(1) @Max(9999)
        Integer ordinal,

        @Schema(description = "Name, line breaks of the print removed.", examples = "优化养老服务供给")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(description = "Name as printed; the name when absent.", examples = "优化养老服务供给") @Size(max = 200)
        String nameAsPrinted,

        @Schema(description = "The notice's words.", examples = "新增护理型床位至少 100 张") @NotBlank @Size(max = 4000)
        String content,

        @Schema(description = "Lead units in order, the first is principal.") @NotEmpty @Size(max = 20)
        List<@NotNull UUID> leadUnitIds,

        @Schema(description = "Co-organising units in order.") @Size(max = 200)
        List<@NotNull UUID> coUnitIds,

        @Schema(description = "Co-organising groups of units in order.") @Size(max = 20)
        List<@NotNull UUID> coGroupIds,

        @Schema(description = "Marked parts in order.") @Size(max = 50)
        List<@NotNull @Valid ComponentText> components,

        @Schema(description = "Contact person (联络员).", examples = "王某") @Size(max = 100)
        String contactPerson,

        @Schema(description = "Leader in charge (分管领导).", examples = "李某") @Size(max = 100)
        String leaderInCharge) {}
