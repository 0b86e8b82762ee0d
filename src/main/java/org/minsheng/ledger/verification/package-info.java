/**
 * Checks the whole ledger on the server, and hands it out so that anybody can check it without the server. Owns no table. Its
 * one surprise: the verifier in the bundle is a file of its own that shares no code with this program.
 */
package org.minsheng.ledger.verification;
