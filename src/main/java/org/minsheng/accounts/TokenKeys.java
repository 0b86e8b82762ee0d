package org.minsheng.accounts;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The key that signs access tokens, and those that are only recognised: the next one and the one before. */
@Singleton
class TokenKeys {
    final TokenKey signing;
    private final Map<String, PublicKey> known = new HashMap<>();
    private final String published;

    TokenKeys(
            @ConfigProperty(name = "minsheng.token-key-file") String file,
            @ConfigProperty(name = "minsheng.token-other-key-files") Optional<List<String>> others)
            throws IOException, GeneralSecurityException {
        signing = TokenKey.read(Path.of(file));
        if (signing.privateKey() == null)
            throw new IllegalStateException("minsheng.token-key-file needs the private key: " + file);
        List<TokenKey> all = new ArrayList<>(List.of(signing));
        for (String other : others.orElse(List.of())) all.add(TokenKey.read(Path.of(other)));
        for (TokenKey key : all) known.put(key.id(), key.publicKey());
        published = new JsonWebKeySet(all.stream().map(TokenKey::published).toList())
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Never from anywhere but memory, whatever the token's header says. */
    Optional<PublicKey> named(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** RFC 7517. */
    String published() {
        return published;
    }
}
