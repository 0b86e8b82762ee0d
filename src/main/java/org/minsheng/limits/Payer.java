package org.minsheng.limits;

/** Of whom, by which policy. */
record Payer(Policy policy, String name) {}
