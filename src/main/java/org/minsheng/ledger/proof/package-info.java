/**
 * The mathematics of the log: Merkle trees of RFC 6962, tiles, checkpoints and notes of C2SP, Ed25519 and SM2 signatures.
 * Owns no table and knows no database: hashes are asked for by level and index.
 */
package org.minsheng.ledger.proof;
