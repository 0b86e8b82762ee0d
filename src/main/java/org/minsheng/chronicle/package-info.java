/**
 * The story of a project (全周期台账) in sentences: every recorded act in the order of the log, with old and new value of what
 * people know a thing by. Owns no table and reads nothing but the ledger and the names of units. Its one surprise: it tells
 * states from their recorded bodies, so what has been deleted since is still told.
 */
package org.minsheng.chronicle;
