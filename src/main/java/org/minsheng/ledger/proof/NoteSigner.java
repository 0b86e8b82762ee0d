package org.minsheng.ledger.proof;

/** A private key that signs notes. */
public interface NoteSigner {
    VerifierKey key();

    byte[] sign(String text);
}
