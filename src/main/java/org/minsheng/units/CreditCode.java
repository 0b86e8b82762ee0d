package org.minsheng.units;

/** Unified social credit code, GB 32100-2015: 17 characters and a check character over 31 symbols. */
final class CreditCode {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code == null || code.length() != 18) return false;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = SYMBOLS.indexOf(code.charAt(i));
            if (value < 0) return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return SYMBOLS.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
