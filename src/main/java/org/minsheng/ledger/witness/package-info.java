/**
 * Tells others of the log's checkpoints and keeps their signatures (C2SP tlog-witness): 人大, 政协, 审计 can then prove what
 * the office has claimed. Owns {@code ledger_cosignature}. Its one surprise: a witness that has seen a longer log than ours
 * tells us that somebody has restored a backup.
 */
package org.minsheng.ledger.witness;
