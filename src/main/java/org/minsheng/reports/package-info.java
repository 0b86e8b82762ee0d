/**
 * Tables that officials read: overview, board and their printed forms. Owns no table of the database; every number comes
 * from {@code status}, so that a report never says anything else than the promise itself.
 */
package org.minsheng.reports;
