package org.minsheng.accounts;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a person has to do before anything else works: own password, second factor.")
public enum Duty {
    PASSWORD,
    SECOND_FACTOR;

    static Set<Duty> of(boolean password, boolean factor) {
        EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
        if (password) duties.add(PASSWORD);
        if (factor) duties.add(SECOND_FACTOR);
        return duties;
    }
}
