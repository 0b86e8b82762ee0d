/**
 * What was known at an instant: of each subject the newest recorded body, by version and never by the clock. Owns no table and
 * knows no subject; each feature reads its own states out of it.
 */
package org.minsheng.ledger.past;
