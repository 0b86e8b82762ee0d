package org.minsheng.accounts;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * A P-256 key of access tokens; its id is its RFC 7638 thumbprint.
 *
 * @param privateKey null where the file holds the public half alone, of a key that only has to be recognised
 */
record TokenKey(ECPrivateKey privateKey, ECPublicKey publicKey, EllipticCurveJsonWebKey published) {
    private static final ECNamedCurveParameterSpec P256 = ECNamedCurveTable.getParameterSpec("P-256");

    /** From PEM, PKCS#8 or SubjectPublicKeyInfo. */
    static TokenKey read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        KeyFactory keys = KeyFactory.getInstance("EC");
        if (pem.contains("PUBLIC KEY"))
            return of(null, onCurve((ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(der)), file));
        ECPrivateKey privateKey = onCurve((ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(der)), file);
        var point = P256.getG().multiply(privateKey.getS()).normalize();
        BigInteger x = point.getAffineXCoord().toBigInteger();
        BigInteger y = point.getAffineYCoord().toBigInteger();
        return of(privateKey, (ECPublicKey)
                keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), privateKey.getParams())));
    }

    private static TokenKey of(ECPrivateKey privateKey, ECPublicKey publicKey) {
        EllipticCurveJsonWebKey published = new EllipticCurveJsonWebKey(publicKey);
        published.setKeyId(published.calculateBase64urlEncodedThumbprint("SHA-256"));
        published.setUse(Use.SIGNATURE);
        published.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return new TokenKey(privateKey, publicKey, published);
    }

    private static <K extends ECKey> K onCurve(K key, Path file) {
        if (!P256.getN().equals(key.getParams().getOrder()))
            throw new IllegalStateException(file + " needs a key on the curve P-256");
        return key;
    }

    String id() {
        return published.getKeyId();
    }
}
