package org.minsheng.accounts;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.lang.JoseException;

/** The P-256 key that signs access tokens; its id is its RFC 7638 thumbprint. */
@Singleton
class TokenKeys {
    final ECPrivateKey privateKey;
    final ECPublicKey publicKey;
    final String id;

    TokenKeys(@ConfigProperty(name = "minsheng.token-key-file") String file)
            throws IOException, GeneralSecurityException, JoseException {
        String pem = Files.readString(Path.of(file))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        KeyFactory keys = KeyFactory.getInstance("EC");
        privateKey = (ECPrivateKey)
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        var curve = ECNamedCurveTable.getParameterSpec("P-256");
        if (!curve.getN().equals(privateKey.getParams().getOrder()))
            throw new IllegalStateException("minsheng.token-key-file needs a private key on the curve P-256");
        var point = curve.getG().multiply(privateKey.getS()).normalize();
        BigInteger x = point.getAffineXCoord().toBigInteger();
        BigInteger y = point.getAffineYCoord().toBigInteger();
        publicKey = (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), privateKey.getParams()));
        id = new EllipticCurveJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
    }
}
