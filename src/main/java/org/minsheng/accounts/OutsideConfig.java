package org.minsheng.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Another issuer whose ID tokens open our sessions (统一身份认证, OpenID Connect). */
@ConfigMapping(prefix = "minsheng.outside")
interface OutsideConfig {
    /** exactly as its tokens say it; without it nobody signs in from outside */
    Optional<String> issuer();

    /** its JWK set */
    Optional<URI> keys();

    /** what it calls us: the client id under which it has registered our front end */
    Optional<String> audience();

    @WithDefault("RS256,PS256,ES256")
    Set<String> algorithms();

    /** values of acr or amr that mean a second factor was given */
    @WithDefault("mfa,otp,hwk,sc")
    Set<String> factor();

    /** since the token was made */
    @WithDefault("5M")
    Duration age();
}
