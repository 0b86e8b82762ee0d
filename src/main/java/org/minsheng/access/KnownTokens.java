package org.minsheng.access;

/** Access tokens that were accepted before; who brings one is no stranger. */
public interface KnownTokens {
    boolean knows(String token);
}
