package org.minsheng;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Optional;

/** Starts nothing on guesses: what a real installation must say is asked for, in one sentence, before anything runs. */
@QuarkusMain
public class Launcher {
    public static void main(String... arguments) {
        // Netty asks for it before anything of ours runs: slow clients are ended (org.minsheng.http.Pace)
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        Settings settings = Settings.read();
        if (settings.find(Settings.CERTIFICATE).isPresent()) shutThePlainPort(settings);
        if (settings.isDemo()) {
            prepare(new Demo(settings));
            Quarkus.run(DemoWelcome.class, arguments);
        } else {
            missing(settings).ifPresent(Launcher::refuse);
            Quarkus.run(arguments);
        }
    }

    /** Nobody who brings a certificate has to remember the other door. */
    private static void shutThePlainPort(Settings settings) {
        if (settings.find(Settings.INSECURE_REQUESTS).isEmpty())
            System.setProperty(Settings.INSECURE_REQUESTS, "disabled");
    }

    private static void prepare(Demo demo) {
        try {
            demo.prepare();
        } catch (IOException failed) {
            refuse(failed.getMessage());
        }
    }

    static Optional<String> missing(Settings settings) {
        if (settings.isTest()) {
            return Optional.empty();
        }
        if (settings.find(Settings.JDBC_URL).isEmpty()) {
            return Optional.of("Set QUARKUS_DATASOURCE_JDBC_URL to your MySQL database, for example"
                    + " jdbc:mysql://db.example.org:3306/minsheng?sslMode=VERIFY_IDENTITY&connectionTimeZone=UTC"
                    + " (to look around without one, start with -Dquarkus.profile=demo).");
        }
        if (settings.find(Settings.SECRET_FILE).isEmpty()) {
            return Optional.of("Set MINSHENG_SECRET_FILE to a file that holds at least 32 random bytes in hexadecimal,"
                    + " for example from: openssl rand -hex 32.");
        }
        if (settings.find(Settings.TOKEN_KEY_FILE).isEmpty()) {
            return Optional.of("Set MINSHENG_TOKEN_KEY_FILE to the PEM file of an EC P-256 private key,"
                    + " for example from: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256.");
        }
        if (settings.find(Settings.LEDGER_KEY_FILE).isEmpty()) {
            return Optional.of(
                    "Set MINSHENG_LEDGER_KEY_FILE to the PEM file of an Ed25519 private key that signs the ledger,"
                            + " for example from: openssl genpkey -algorithm ED25519.");
        }
        return Optional.empty();
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
