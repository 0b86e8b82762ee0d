/**
 * The changes that a caller may see, in the order of the log: by pages, and as a stream while they happen. Owns no table and
 * changes nothing. Its one surprise: all streams of an instance live on one shared window of the log, so that a listener costs
 * no thread, no connection and no statement.
 */
package org.minsheng.feed;
