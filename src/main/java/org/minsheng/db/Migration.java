package org.minsheng.db;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Brings the schema up to this version, before anything else of the application starts. */
@ApplicationScoped
public class Migration {
    private final Flyway flyway;
    private final boolean atStart;
    private volatile boolean done;

    Migration(
            MigrationConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.atStart = config.atStart();
        this.flyway = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(
                        withoutTimeouts(url),
                        config.username().or(() -> username).orElse(null),
                        config.password().or(() -> password).orElse(null))
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .load();
    }

    void migrate(@Observes @Priority(1) StartupEvent start) {
        if (atStart) {
            flyway.migrate();
            done = true;
        }
    }

    boolean isDone() {
        if (!done) {
            done = !atStart && flyway.info().pending().length == 0;
        }
        return done;
    }

    /** To alter a large table takes longer than any request may. */
    static String withoutTimeouts(String url) {
        return url.replaceAll("(socketTimeout|max_statement_time|max_execution_time)=\\d+", "$1=0");
    }
}
