/**
 * The log for those who check it: checkpoints and tiles for everybody, entries and bodies for who audits and oversees. Owns no
 * table and changes nothing.
 */
package org.minsheng.ledger.reading;
