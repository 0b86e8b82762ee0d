package org.minsheng.db;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Brings the schema up to this version, before anything else of the application starts. */
@ApplicationScoped
public class Migration {
    private final Flyway flyway;
    private final AppendOnly appendOnly;
    private final Grants grants;
    private final Properties owner;
    private final Properties runner;
    private final boolean atStart;
    private volatile boolean done;

    Migration(
            MigrationConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.atStart = config.atStart();
        this.runner = login(username, password);
        this.owner =
                login(config.username().or(() -> username), config.password().or(() -> password));
        // to alter a large table takes longer than any request may
        String patient = UrlTimeouts.set(url, 0, "socketTimeout", "max_statement_time", "max_execution_time");
        this.appendOnly = new AppendOnly(patient);
        this.grants = new Grants(url);
        this.flyway = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(patient, owner.getProperty("user"), owner.getProperty("password"))
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .load();
    }

    void migrate(@Observes @Priority(1) StartupEvent start) throws SQLException {
        if (!atStart) return;
        flyway.migrate();
        appendOnly.guard(owner);
        if (!owner.equals(runner)) grants.give(owner, runner);
        done = true;
    }

    boolean isDone() {
        if (!done) {
            done = !atStart && flyway.info().pending().length == 0;
        }
        return done;
    }

    private static Properties login(Optional<String> user, Optional<String> password) {
        Properties login = new Properties();
        user.ifPresent(u -> login.setProperty("user", u));
        password.ifPresent(p -> login.setProperty("password", p));
        return login;
    }
}
