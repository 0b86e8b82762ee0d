package org.minsheng.ledger.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.support.Covers;

/** Notes, keys, checkpoints and paths of tiles as C2SP writes them. */
class NoteTest {
    /** The example of the signed-note specification. */
    private static final String EXAMPLE_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String EXAMPLE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void the_specifications_example_verifies() {
        VerifierKey key = VerifierKey.of(EXAMPLE_KEY).orElseThrow();
        Note note = Note.parse(EXAMPLE);
        byte[] signature = note.signatureOf(key);
        assertTrue(Ed25519Signer.verifies(key.publicKey(), note.text().getBytes(StandardCharsets.UTF_8), signature));
        assertFalse(Ed25519Signer.verifies(
                key.publicKey(), note.text().replace("your", "my").getBytes(StandardCharsets.UTF_8), signature));
        assertEquals(EXAMPLE, note.toString());
    }

    @Test
    void a_key_whose_hash_is_not_its_own_is_none() {
        assertEquals(Optional.empty(), VerifierKey.of(EXAMPLE_KEY.replace("c74f20a3", "c74f20a4")));
        assertEquals(Optional.empty(), VerifierKey.of("no key"));
    }

    @Test
    @Covers({"ASVS 11.2.2", "ASVS 11.4.3"})
    void a_checkpoint_is_signed_by_both_suites_and_reads_back() throws Exception {
        Ed25519Signer first = Ed25519Signer.of("log.example/1", ed25519());
        Sm2Signer second = Sm2Signer.of("log.example/1", sm2());
        Checkpoint checkpoint = new Checkpoint("log.example/1", 7, Merkle.empty());
        Note note = Note.parse(
                Note.signed(checkpoint.text(), List.of(first, second)).toString());
        assertEquals(2, note.lines().size());
        assertEquals(7, Checkpoint.of(note.text()).orElseThrow().size());
        assertTrue(Ed25519Signer.verifies(
                first.key().publicKey(), note.text().getBytes(StandardCharsets.UTF_8), note.signatureOf(first.key())));
        assertTrue(second.verifies(note.text(), note.signatureOf(second.key())));
        assertFalse(second.verifies(note.text() + "x", note.signatureOf(second.key())));
        assertNull(note.signatureOf(first.named("log.example/2").key()));
        assertEquals(second.key(), VerifierKey.of(second.key().toString()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n1\nAAAA\n"
            })
    void what_is_no_checkpoint_is_none(String text) {
        assertEquals(Optional.empty(), Checkpoint.of(text));
    }

    @Test
    void tiles_are_found_by_the_paths_of_the_specification() {
        assertEquals(new Tile(0, 1234067, 256), Tile.of(0, "x001/x234/067").orElseThrow());
        assertEquals(new Tile(2, 67, 12), Tile.of(2, "067.p/12").orElseThrow());
        assertTrue(Tile.of(0, "000").orElseThrow().isIn(256));
        assertFalse(Tile.of(0, "000").orElseThrow().isIn(255));
        assertTrue(Tile.of(1, "000.p/1").orElseThrow().isIn(256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"67", "0067", "x000/067", "067.p/0", "067.p/256", "067.p/012", "../067", "067/", "x1/000", "-01"
            })
    void other_paths_are_no_tiles(String path) {
        assertEquals(Optional.empty(), Tile.of(0, path));
    }

    private static byte[] ed25519() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
    }

    private static byte[] sm2() throws Exception {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        var curve = org.bouncycastle.asn1.gm.GMNamedCurves.getByName("sm2p256v1");
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve), new java.security.SecureRandom()));
        PrivateKeyInfo key = PrivateKeyInfoFactory.createPrivateKeyInfo(
                generator.generateKeyPair().getPrivate());
        return key.getEncoded();
    }
}
