package org.minsheng.feed;

/** How far a log has come; points of a log of another origin mean nothing in it. */
record LogEnd(String origin, long size) {}
