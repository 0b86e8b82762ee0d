package org.minsheng.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A personal value: the ledger keeps only a salted digest, value and salt lie apart and can be erased (PIPL art. 47). */
public record Personal(String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Personal of(String value) {
        return value == null ? null : new Personal(value);
    }
}
