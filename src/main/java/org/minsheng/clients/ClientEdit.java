package org.minsheng.clients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a machine client; its unit is for good.")
public record ClientEdit(
        @Schema(description = "Name that the ledger tells.", examples = "区政务数据共享平台") @NotBlank @Size(max = 100)
        String name) {}
