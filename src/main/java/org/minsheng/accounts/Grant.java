package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Role;

@Schema(description = "All roles an account shall have from now on.")
public record Grant(
        @Schema(description = "The roles.", examples = "[\"reporter\"]") @NotNull @Size(max = 8)
        Set<@NotNull Role> roles) {}
