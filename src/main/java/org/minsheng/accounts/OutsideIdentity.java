package org.minsheng.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who the account's owner is at the other issuer.")
public record OutsideIdentity(
        @Schema(description = "The `sub` of its tokens.", examples = "f3a1c2d4-5b6e-4f70-8a9b-0c1d2e3f4a5b")
        @NotBlank
        @Size(max = 255)
        String subject) {}
