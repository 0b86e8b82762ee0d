package org.minsheng.clients;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.ClientScope;

@Schema(description = "All scopes a machine client shall have from now on.")
public record ScopeGrant(
        @Schema(description = "The scopes.", examples = "[\"client:read\"]") @NotNull @Size(max = 3)
        Set<@NotNull ClientScope> scopes) {}
