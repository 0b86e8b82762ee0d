/**
 * Tables on paper and screen: CSV that no spreadsheet takes for formulas, workbooks as officials print them, and the choice
 * between them by what the caller accepts.
 */
package org.minsheng.sheets;
