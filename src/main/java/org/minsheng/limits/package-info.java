/**
 * How much one caller may take of the server: requests in ten seconds, requests at once, heavy work at once. Its one surprise: the
 * buckets are this instance's own, so two instances allow twice as much.
 */
package org.minsheng.limits;
