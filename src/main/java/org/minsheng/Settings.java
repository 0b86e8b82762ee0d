package org.minsheng;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the operator has set outside the package, read where Quarkus will read it, before Quarkus runs. */
record Settings(List<String> profiles, SmallRyeConfig config) {
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String SECRET_FILE = "minsheng.secret-file";
    static final String TOKEN_KEY_FILE = "minsheng.token-key-file";
    static final String LEDGER_KEY_FILE = "minsheng.ledger.key-file";
    static final String CERTIFICATE = "quarkus.http.ssl.certificate.files";
    static final String INSECURE_REQUESTS = "quarkus.http.insecure-requests";
    private static final String BESIDE_THE_PACKAGE =
            Path.of("config", "application.properties").toUri().toString();

    static Settings read() {
        ClassLoader loader = Settings.class.getClassLoader();
        List<String> profiles = outside(loader, List.of())
                .getOptionalValues("quarkus.profile", String.class)
                .orElse(List.of("prod"));
        return new Settings(profiles, outside(loader, profiles));
    }

    boolean isDemo() {
        return profiles.contains("demo");
    }

    boolean isTest() {
        return profiles.contains("test");
    }

    Optional<String> find(String name) {
        return config.getOptionalValue(name, String.class);
    }

    private static SmallRyeConfig outside(ClassLoader loader, List<String> profiles) {
        return new SmallRyeConfigBuilder()
                .forClassLoader(loader)
                .addDefaultInterceptors()
                .addSystemSources()
                .withSources(PropertiesConfigSourceLoader.inFileSystem(BESIDE_THE_PACKAGE, 260, loader))
                .withSources(new DotEnvConfigSourceProvider())
                .withProfiles(profiles)
                .build();
    }
}
