package org.minsheng;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells who looks around where to look and as whom. */
@ApplicationScoped
class DemoWelcome {
    private final int port;
    private final int managementPort;

    DemoWelcome(
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    void greet(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        if (ConfigUtils.isProfileActive("demo")) {
            System.out.println(text());
        }
    }

    String text() {
        return """

                Minsheng Ledger, demo. It listens on 127.0.0.1 only and is not for production:
                everybody knows the passwords.

                  API         http://127.0.0.1:%1$d/api/v1
                  Swagger UI  http://127.0.0.1:%2$d/q/swagger-ui

                  ducha                 supervisor
                  leader                leader
                  rdb-observer          observer
                  sysadmin              system administrator
                  secadmin              security administrator
                  auditor               audit administrator
                  <unit code>-reporter  reporter of that unit
                  <unit code>-reviewer  reviewer of that unit

                  Password of them all: Demo-2026-Yanzhou
                """.formatted(port, managementPort);
    }
}
