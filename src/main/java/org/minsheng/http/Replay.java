package org.minsheng.http;

/** Creating under one's own id: the same request again is answered again, another one is a conflict. */
public final class Replay {
    private Replay() {}

    /** A digest of what was asked for; records print all their components. */
    public static byte[] digest(Record request) {
        return Sha256.of(request.toString());
    }

    public static void require(boolean same) {
        if (!same) throw Refusal.conflict("resource.id-taken").at("/id");
    }
}
