package org.minsheng.access;

import java.util.UUID;

/**
 * The part of the unit tree a caller may read and the part they may work in, as LIKE patterns over unit paths, an argument
 * of every query.
 *
 * @param reading everything below the nearest government above the caller's unit
 * @param working the caller's own unit and below
 * @param government the caller's own government exactly: what the supervision office manages
 * @param drafts whether unpublished programmes are visible
 */
public record Scope(String reading, String working, String government, UUID unit, boolean drafts) {
    private static final String ALL = "%";

    /** Platform operators and the system itself: no unit, no fence. */
    public static Scope everything(boolean drafts) {
        return new Scope(ALL, ALL, ALL, null, drafts);
    }

    public static Scope of(String governmentPath, String unitPath, UUID unit, boolean drafts) {
        return new Scope(governmentPath + ALL, unitPath + ALL, governmentPath, unit, drafts);
    }

    /** The same caller, at work where their unit stood at another time. */
    public Scope workingBelow(String path) {
        return new Scope(reading, path + ALL, government, unit, drafts);
    }

    public boolean mayRead(String path) {
        return path.startsWith(reading.substring(0, reading.length() - 1));
    }

    public boolean mayWorkIn(String path) {
        return path.startsWith(own());
    }

    /** Path of the caller's own unit. */
    public String own() {
        return working.substring(0, working.length() - 1);
    }

    public boolean isFenced() {
        return unit != null;
    }
}
