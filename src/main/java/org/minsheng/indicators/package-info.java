/**
 * The promises of a project and what their numbers mean. Owns {@code indicator}. Its one surprise: a target is nothing
 * without its kind, commitment and comparison, so these are checked together.
 */
package org.minsheng.indicators;
