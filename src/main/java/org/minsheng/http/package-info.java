/**
 * What every resource shares: problem details (RFC 9457), conditional requests, keyset pages, merge patch, idempotency keys.
 * Owns the table {@code idempotency_key}. Its one surprise: an unknown query parameter is an error, never ignored.
 */
package org.minsheng.http;
