/**
 * The append-only record of every meaningful change, written in the change's own transaction. Owns {@code ledger_event},
 * {@code ledger_pending}, {@code ledger_private} and the tables the sequencer will fill. Its one surprise: it is also the
 * audit trail, the outbox and the change feed, so no feature writes a second one.
 */
package org.minsheng.ledger;
