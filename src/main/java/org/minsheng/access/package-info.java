/**
 * Who asks, and which part of the unit tree they may see. Owns no table. Its one surprise: out of scope is 404, never 403,
 * so scope is an argument of queries and not a check after them.
 */
package org.minsheng.access;
