/**
 * Ways in for whole documents. Owns no table. Its one surprise: a dry run does the whole import and takes it back, so it
 * cannot promise what the real one would refuse.
 */
package org.minsheng.exchange;
