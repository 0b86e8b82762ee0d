package org.minsheng.accounts;

import java.util.UUID;
import org.minsheng.db.Ids;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Personal;
import org.minsheng.ledger.Subject;

/** Something that happened to access itself, for the security log: one row of the ledger, read by audit alone. */
record SecurityEvent(UUID id, String unitPath, Object ledgerState) implements Subject {
    /**
     * @param account person or machine client whose access it is, where it is known
     * @param session the session concerned
     * @param address where the request came from
     * @param client program that asked, in its own words
     * @param detail the problem's code, or what else tells kinds apart
     * @param operation method and path without ids, where requests were refused
     * @param times how often, where like events were counted together
     */
    record Told(
            UUID account,
            UUID session,
            Personal address,
            Personal client,
            String detail,
            String operation,
            Integer times) {}

    static SecurityEvent about(String unitPath, Told told) {
        return new SecurityEvent(Ids.next(), unitPath, told);
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public String subjectType() {
        return "security-event";
    }

    @Override
    public Audience audience() {
        return Audience.AUDIT;
    }
}
