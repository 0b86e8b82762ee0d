/**
 * What a programme's register and reports said at one instant and at another, by what the ledger recorded. Owns no table. Its one
 * surprise: what a caller could not read at the earlier instant is new to them, however old it is.
 */
package org.minsheng.reports.comparison;
