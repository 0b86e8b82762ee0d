package org.minsheng.projects;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Who answers for a project; the notice names nobody, so units fill it in, also after publication.")
public record People(
        @Schema(description = "Contact person (联络员); null for nobody.", examples = "王某") @Size(max = 100)
        String contactPerson,

        @Schema(description = "Leader in charge (分管领导); null for nobody.", examples = "李某") @Size(max = 100)
        String leaderInCharge) {}
