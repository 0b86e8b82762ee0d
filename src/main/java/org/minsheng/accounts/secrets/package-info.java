/**
 * What people know and hold: passwords, second factors, recovery codes, as rules and hashes without an account around them.
 * Owns no table. Its one surprise: passwords are compared after NFKC, so that full-width input signs in too.
 */
package org.minsheng.accounts.secrets;
