/**
 * The tree of organisations and dated groups of them. Owns {@code unit}, {@code unit_history}, {@code unit_group} and
 * {@code unit_group_member}. Its one surprise: codes are unique within one government, not in the whole system.
 */
package org.minsheng.units;
