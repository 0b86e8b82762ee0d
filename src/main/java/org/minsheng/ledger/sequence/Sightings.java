package org.minsheng.ledger.sequence;

/** Others who have seen the log: asked before this instance goes on with it, so that a restored backup is noticed first. */
public interface Sightings {
    void compare();
}
