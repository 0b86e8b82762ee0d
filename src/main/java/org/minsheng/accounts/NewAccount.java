package org.minsheng.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An account to open; it works once the security administrator has granted a role.")
public record NewAccount(
        @Schema(
                description = "Own id (UUIDv7); sent again with the same body it is a replay.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b22")
        UUID id,

        @Schema(description = "Name to sign in with.", examples = "ybj-reporter")
        @NotNull
        @Size(min = 3, max = 60)
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,59}")
        String username,

        @Schema(description = "Name that others see.", examples = "区医保局填报员") @NotBlank @Size(max = 100)
        String displayName,

        @Schema(
                description = "Unit; none only for administrators of the platform.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23")
        UUID unitId,

        @Schema(
                description =
                        "First password: at least 10 characters of three classes; made up and told once when absent.",
                examples = "Long-Enough-2026")
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) // no digest of a request is a digest of a password
        @Size(min = 10, max = 128)
        String password) {
    @Override
    public String toString() {
        return "NewAccount[" + id + ", " + username + ", " + displayName + ", " + unitId + "]";
    }
}
