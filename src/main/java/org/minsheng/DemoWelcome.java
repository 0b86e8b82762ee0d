package org.minsheng;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells who looks around where to look and as whom, once the ports are really open. */
public class DemoWelcome implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        Config config = ConfigProvider.getConfig();
        System.out.println(text(
                config.getValue("quarkus.http.port", int.class),
                config.getValue("quarkus.management.port", int.class)));
        Quarkus.waitForExit();
        return 0;
    }

    static String text(int port, int managementPort) {
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
