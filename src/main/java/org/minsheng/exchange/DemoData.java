package org.minsheng.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.accounts.DemoAccounts;
import org.minsheng.ledger.Ledger;
import org.minsheng.programmes.Publication;
import org.minsheng.time.Time;
import org.minsheng.units.NewUnit;
import org.minsheng.units.Unit;
import org.minsheng.units.UnitType;
import org.minsheng.units.Units;

/** Fills an empty database of the demo with the real notice of 2026, by the code that serves imports. */
@ApplicationScoped
public class DemoData {
    private static final int AFTER_MIGRATION = 100;
    private static final Actor DEMO = Actor.system("demo");

    private final ObjectMapper json;
    private final EntityManager database;
    private final Units units;
    private final ProgrammeReader reader;
    private final Publication publication;
    private final DemoAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;
    private UUID loaded;

    DemoData(
            ObjectMapper json,
            EntityManager database,
            Units units,
            ProgrammeReader reader,
            Publication publication,
            DemoAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.json = json;
        this.database = database;
        this.units = units;
        this.reader = reader;
        this.publication = publication;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    // nobody waits for it, and a busy machine may need longer than a request ever has
    @Transactional
    @TransactionConfiguration(timeout = 300)
    void started(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) throws IOException {
        if (!ConfigUtils.isProfileActive("demo") && !ConfigUtils.isProfileActive("test")) return;
        if (database.createQuery("select count(*) from Unit u", Long.class).getSingleResult() > 0) return;
        Instant now = Time.now(clock);
        try (InputStream in = DemoData.class.getResourceAsStream("/demo/programme-2026.json")) {
            load(json.readValue(in, ProgrammeImport.class), now);
        }
    }

    /** The programme that this start has loaded; none when the data were there already. */
    Optional<UUID> loaded() {
        return Optional.ofNullable(loaded);
    }

    private void load(ProgrammeImport document, Instant now) {
        var root = document.units().get(0);
        Unit government = units.enter(
                new NewUnit(
                        null,
                        null,
                        root.code(),
                        UnitType.GOVERNMENT,
                        root.name(),
                        null,
                        root.code(),
                        root.source(),
                        null),
                null,
                document.programme().issuedOn(),
                now);
        ledger.record(DEMO, "unit.created", government);
        Reading reading = reader.read(document, government, DEMO, now);
        if (!reading.accepted()) throw new IllegalStateException("the demo's notice was refused: " + reading.rows());
        publication.publish(reading.programme(), DEMO, now);
        accounts.create(government.id(), DEMO, now);
        loaded = reading.programme().id();
    }
}
