package org.minsheng.ledger.sequence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.minsheng.ledger.proof.Ed25519Signer;
import org.minsheng.ledger.proof.NoteSigner;
import org.minsheng.ledger.proof.Sm2Signer;
import org.minsheng.ledger.proof.VerifierKey;

/** The private keys of this instance. Which of them signs is written in the log, not here. */
@Singleton
public class LedgerKeys {
    private final byte[] present;
    private final Optional<byte[]> previous;
    private final Optional<byte[]> sm2;
    private final Optional<String> origin;

    LedgerKeys(LedgerConfig config) {
        present = pem("minsheng.ledger.key-file", config.keyFile());
        previous = config.previousKeyFile().map(file -> pem("minsheng.ledger.previous-key-file", file));
        sm2 = config.sm2KeyFile().map(file -> pem("minsheng.ledger.sm2-key-file", file));
        origin = config.origin();
        wanted(null);
    }

    /** The key that this instance is told to sign with, for a log that is called so far as {@code current} says. */
    Ed25519Signer wanted(VerifierKey current) {
        Ed25519Signer nameless = Ed25519Signer.of("x", present);
        String usual = current != null
                ? current.name()
                : "minsheng-ledger/" + HexFormat.of().formatHex(nameless.key().publicKey(), 0, 4);
        return nameless.named(origin.orElse(usual));
    }

    /** The private half of a key, if it is here. */
    Optional<Ed25519Signer> signer(VerifierKey wanted) {
        List<byte[]> known = new ArrayList<>(List.of(present));
        previous.ifPresent(known::add);
        return known.stream()
                .map(key -> Ed25519Signer.of(wanted.name(), key))
                .filter(s -> s.key().equals(wanted))
                .findFirst();
    }

    /** All that sign beside each other under a log's name; empty where its key is not here. */
    public List<NoteSigner> signers(VerifierKey current) {
        Optional<Ed25519Signer> first = signer(current);
        if (first.isEmpty()) return List.of();
        List<NoteSigner> signers = new ArrayList<>(List.of(first.get()));
        sm2.ifPresent(key -> signers.add(Sm2Signer.of(current.name(), key)));
        return signers;
    }

    private static byte[] pem(String setting, String file) {
        try {
            String text = Files.readString(Path.of(file));
            return Base64.getMimeDecoder()
                    .decode(text.replaceAll("-----[A-Z ]+-----", "").strip());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(setting + " needs the PEM file of a private key", unreadable);
        }
    }
}
