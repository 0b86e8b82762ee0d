package org.minsheng.ledger;

/** Why, as the actor gave it: sentence, document number, approving body; each may be absent. */
public record Reason(String why, String documentNumber, String approvedBy) {
    public static final Reason NONE = new Reason(null, null, null);

    public static Reason of(String why) {
        return new Reason(why, null, null);
    }
}
