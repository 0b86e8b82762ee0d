package org.minsheng.accounts;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Signs tokens in every way that was ever tried, with the key of this installation and without it. */
final class Forge {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int HALF = 32;

    private final PrivateKey ours;
    private final ECPublicKey open;
    private final KeyPair other;
    private final KeyPair p384;
    private final KeyPair rsa;
    private final KeyPair edwards;

    Forge(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        ours = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        open = (ECPublicKey) TokenKey.read(file).publicKey();
        other = pair("EC", "secp256r1");
        p384 = pair("EC", "secp384r1");
        rsa = pair("RSA", null);
        edwards = pair("Ed25519", null);
    }

    private static KeyPair pair(String algorithm, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** The public half of the key that signs {@code other}. */
    Map<String, Object> jwk() {
        return new EllipticCurveJsonWebKey((ECPublicKey) other.getPublic())
                .toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    String token(String header, String claims, String how) throws GeneralSecurityException, IOException {
        String signed = encoded(header) + "." + encoded(claims);
        return signed + "." + URL.encodeToString(signature(signed.getBytes(StandardCharsets.US_ASCII), how));
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] text, String how) throws GeneralSecurityException, IOException {
        byte[] zero = new byte[HALF];
        return switch (how) {
            case "ours" -> sign("SHA256withECDSAinP1363Format", ours, text);
            case "ours-der" -> sign("SHA256withECDSA", ours, text);
            case "other" -> sign("SHA256withECDSAinP1363Format", other.getPrivate(), text);
            case "p384" -> sign("SHA384withECDSAinP1363Format", p384.getPrivate(), text);
            case "rsa" -> sign("SHA256withRSA", rsa.getPrivate(), text);
            case "ed25519" -> sign("Ed25519", edwards.getPrivate(), text);
            case "elsewhere" -> signature("other claims".getBytes(StandardCharsets.US_ASCII), "ours");
            case "none" -> new byte[0];
            case "zeros" -> new byte[2 * HALF];
            case "zeros-der" ->
                new DERSequence(new ASN1Integer[] {new ASN1Integer(0), new ASN1Integer(0)}).getEncoded();
            case "r-zero" -> joined(zero, half(text, 1));
            case "s-zero" -> joined(half(text, 0), zero);
            case "orders" -> joined(fixed(ORDER), fixed(ORDER));
            case "r-plus" -> joined(new BigInteger(1, half(text, 0)).add(ORDER).toByteArray(), half(text, 1));
            case "short" -> Arrays.copyOf(signature(text, "ours"), 2 * HALF - 1);
            case "long" -> Arrays.copyOf(signature(text, "ours"), 2 * HALF + 1);
            case "hmac-der" -> hmac(open.getEncoded(), text);
            case "hmac-pem" -> hmac(pem().getBytes(StandardCharsets.US_ASCII), text);
            case "hmac-point" ->
                hmac(joined(fixed(open.getW().getAffineX()), fixed(open.getW().getAffineY())), text);
            case "hmac-zero" -> hmac(new byte[] {0}, text);
            default -> throw new IllegalArgumentException(how);
        };
    }

    private byte[] half(byte[] text, int which) throws GeneralSecurityException, IOException {
        return Arrays.copyOfRange(signature(text, "ours"), which * HALF, (which + 1) * HALF);
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(open.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[HALF];
        int length = Math.min(HALF, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, HALF - length, length);
        return fixed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
