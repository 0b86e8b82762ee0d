/**
 * What the numbers mean for a promise: verdict, schedule status, light, forecast, and how promises roll up. Pure rules of a
 * versioned set; owns standing, the current numbers of every promise, which can always be made again from the entries.
 */
package org.minsheng.status;
