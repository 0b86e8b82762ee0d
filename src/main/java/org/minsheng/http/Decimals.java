package org.minsheng.http;

import java.math.BigDecimal;

/** Amounts on the wire: exact, without the zeros that the column adds. */
public final class Decimals {
    private Decimals() {}

    public static BigDecimal plain(BigDecimal amount) {
        if (amount == null) return null;
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
