package org.minsheng.accounts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Recovery codes, each good for one sign-in; told once.")
public record RecoveryCodeList(
        @Schema(description = "To be printed and locked away.", examples = "[\"7x2k-m4qd-93ht-vb0e\"]", maxItems = 10)
        List<String> recoveryCodes) {
    @Override
    public String toString() {
        return "RecoveryCodeList[]";
    }
}
