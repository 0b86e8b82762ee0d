package org.minsheng.clients;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.accounts.AccountStatus;

@Schema(description = "A machine client in a list.")
public record ClientRow(
        @Schema(description = "Id; the client_id of OAuth.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b25")
        UUID id,

        @Schema(description = "Name that the ledger tells.", examples = "区政务数据共享平台", maxLength = 100)
        String name,

        @Schema(description = "Unit that it acts for.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23")
        UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区大数据中心", maxLength = 200)
        String unitName,

        @Schema(description = "State.", examples = "ACTIVE") AccountStatus status) {}
