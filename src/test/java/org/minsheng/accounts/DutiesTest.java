package org.minsheng.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.PasswordConfig;
import org.minsheng.support.Covers;

/** By what production runs with when nobody says anything; the suite itself asks nobody for a second factor. */
class DutiesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    @Covers("ASVS 6.3.3")
    void administrators_supervision_office_and_reviewers_need_a_second_factor_and_nobody_else() throws IOException {
        Duties duties = inProduction();
        Set<Role> needed = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) if (ofWhoHasNone(duties, role).contains(Duty.SECOND_FACTOR)) needed.add(role);
        assertEquals(
                EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.SUPERVISOR, Role.REVIEWER),
                needed);
        for (Role role : needed)
            assertEquals(Set.of(), duties.of(new Credential.Facts(NOW, null, true), Set.of(role, Role.REPORTER), NOW));
    }

    private static Set<Duty> ofWhoHasNone(Duties duties, Role role) {
        return duties.of(new Credential.Facts(NOW, null, false), Set.of(role), NOW);
    }

    private static Duties inProduction() throws IOException {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Path.of("src", "main", "resources", "application.properties")
                        .toUri()
                        .toURL()))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SessionConfig.class)
                .withMapping(PasswordConfig.class)
                .build();
        return new Duties(
                null,
                null,
                config.getConfigMapping(PasswordConfig.class),
                config.getConfigMapping(SessionConfig.class));
    }
}
