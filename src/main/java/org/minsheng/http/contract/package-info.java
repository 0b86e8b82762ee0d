/**
 * What the OpenAPI document says of every operation alike, written once instead of on each: problems, headers, the
 * form of fields. Runs when the application is built; nothing of it is there at run time.
 */
package org.minsheng.http.contract;
