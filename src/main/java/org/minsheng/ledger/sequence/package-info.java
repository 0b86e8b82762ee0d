/**
 * Gives recorded events their place in the log and signs the log. Owns {@code ledger_sequence}, {@code ledger_node}, {@code
 * ledger_state}, {@code ledger_checkpoint} and {@code ledger_key}. Its one surprise: it has a database connection and a thread
 * of its own, so that no request ever waits for it and it never waits for a request.
 */
package org.minsheng.ledger.sequence;
