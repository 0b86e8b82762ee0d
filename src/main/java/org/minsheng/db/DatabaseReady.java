package org.minsheng.db;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers within a second, takes writes and has this version's schema. */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final DataSource database;
    private final Migration migration;
    private final Pulse pulse;

    DatabaseReady(DataSource database, Migration migration, Pulse pulse) {
        this.database = database;
        this.migration = migration;
        this.pulse = pulse;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (pulse.state() == Pulse.State.GONE) return Uni.createFrom().item(response(false, "no answer"));
        if (pulse.state() == Pulse.State.WRITES_NOTHING)
            return Uni.createFrom().item(response(false, "takes no writes"));
        return Uni.createFrom()
                .item(this::answer)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(() -> response(false, "no answer within a second"));
    }

    private HealthCheckResponse answer() {
        if (!migration.isDone()) {
            return response(false, "migration not done");
        }
        try (Connection connection = database.getConnection()) {
            boolean valid = connection.isValid((int) LIMIT.toSeconds());
            return response(valid, valid ? "answers" : "connection lost");
        } catch (SQLException noConnection) {
            return response(false, "no connection");
        }
    }

    private static HealthCheckResponse response(boolean up, String state) {
        return HealthCheckResponse.named("database")
                .status(up)
                .withData("state", state)
                .build();
    }
}
