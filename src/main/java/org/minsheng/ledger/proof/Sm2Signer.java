package org.minsheng.ledger.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * SM2 over SM3 (GB/T 32918.2) with the standard's usual user id, as a second line under the Ed25519 one. Signatures are
 * r ‖ s; the key is the uncompressed point after the type that C2SP leaves to others.
 */
public record Sm2Signer(VerifierKey key, ECPrivateKeyParameters secret) implements NoteSigner {
    private static final byte[] TYPE = "\u00ffminsheng/sm2-sm3\n".getBytes(StandardCharsets.ISO_8859_1);

    public static Sm2Signer of(String name, byte[] pkcs8) {
        try {
            ECPrivateKeyParameters secret = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
            byte[] point = secret.getParameters()
                    .getG()
                    .multiply(secret.getD())
                    .normalize()
                    .getEncoded(false);
            byte[] key = Arrays.copyOf(TYPE, TYPE.length + point.length);
            System.arraycopy(point, 0, key, TYPE.length, point.length);
            return new Sm2Signer(new VerifierKey(name, key), secret);
        } catch (IOException | ClassCastException notAKey) {
            throw new IllegalArgumentException("no SM2 private key", notAKey);
        }
    }

    @Override
    public byte[] sign(String text) {
        try {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, new ParametersWithRandom(secret));
            byte[] message = text.getBytes(StandardCharsets.UTF_8);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean verifies(String text, byte[] signed) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        var point = secret.getParameters()
                .getCurve()
                .decodePoint(Arrays.copyOfRange(key.key(), TYPE.length, key.key().length));
        signer.init(false, new ECPublicKeyParameters(point, secret.getParameters()));
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signed);
    }
}
