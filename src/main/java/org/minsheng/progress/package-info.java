/**
 * Reporting and review: periods, progress entries and their workflow, and how reports of many months and units make one
 * number. Owns period, period_extension and progress_entry. Its one surprise: a closed period still takes corrections,
 * which are entries of their own.
 */
package org.minsheng.progress;
