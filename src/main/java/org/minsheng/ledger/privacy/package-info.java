/**
 * Erases personal values that the ledger keeps apart ({@code ledger_private}). Its one surprise: nothing of the log changes,
 * because the log never had them, only salted digests.
 */
package org.minsheng.ledger.privacy;
