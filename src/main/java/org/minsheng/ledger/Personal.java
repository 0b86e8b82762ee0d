package org.minsheng.ledger;

/** A personal value: the ledger keeps only a salted digest, value and salt lie apart and can be erased (PIPL art. 47). */
public record Personal(String value) {
    public static Personal of(String value) {
        return value == null ? null : new Personal(value);
    }
}
