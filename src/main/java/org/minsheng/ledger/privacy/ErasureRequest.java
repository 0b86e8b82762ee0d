package org.minsheng.ledger.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whose personal values the ledger shall forget (PIPL art. 47).")
public record ErasureRequest(
        @Schema(description = "A person's account, or the people named in a project.") @NotNull
        Kind kind,

        @Schema(description = "Id of that account or project.") @NotNull @JsonProperty(required = true)
        UUID id,

        @Schema(description = "Why, with the request or document.", examples = "本人书面申请，2026年第3号", maxLength = 1000)
        @NotBlank
        @Size(max = 1000)
        String reason) {
    @Schema(name = "ErasureKind", description = "Whose values.")
    public enum Kind {
        /** Name and username of an account, wherever it acted. */
        ACCOUNT,
        /** The contact person and the leader in charge that a project has named. */
        PROJECT
    }
}
