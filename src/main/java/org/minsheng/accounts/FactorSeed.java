package org.minsheng.accounts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The seed of a second factor; told once.")
public record FactorSeed(
        @Schema(description = "To be typed (Base32, RFC 4648).", examples = "JBSWY3DPEHPK3PXP", maxLength = 60)
        String secret,

        @Schema(
                description = "To be shown as a QR code: SHA-256, six digits, 30 s.",
                examples = "otpauth://totp/Minsheng%20Ledger%3Aducha?secret=JBSWY3DPEHPK3PXP",
                maxLength = 400)
        String uri) {
    @Override
    public String toString() {
        return "FactorSeed[]";
    }
}
