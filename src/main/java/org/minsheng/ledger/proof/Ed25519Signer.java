package org.minsheng.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Ed25519 (RFC 8032) by the JDK; only the public half of a private key is not among what the JDK gives. */
public record Ed25519Signer(VerifierKey key, PrivateKey secret) implements NoteSigner {
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public static Ed25519Signer of(String name, byte[] pkcs8) {
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
            byte[] open =
                    new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
            return new Ed25519Signer(VerifierKey.ed25519(name, open), secret);
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("no Ed25519 private key", notAKey);
        }
    }

    /** The same key under another name: another signer. */
    public Ed25519Signer named(String name) {
        return new Ed25519Signer(VerifierKey.ed25519(name, key.publicKey()), secret);
    }

    @Override
    public byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            byte[] encoded = java.util.Arrays.copyOf(X509, X509.length + publicKey.length);
            System.arraycopy(publicKey, 0, encoded, X509.length, publicKey.length);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }
}
