/**
 * People, their roles, sessions and tokens. Owns {@code account}, {@code account_role} and {@code session}. Its one
 * surprise: roles and scope come from the database at every request (through a 5 s cache), never from the token.
 */
package org.minsheng.accounts;
