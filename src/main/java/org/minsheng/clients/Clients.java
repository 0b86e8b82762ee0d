package org.minsheng.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.ClientScope;
import org.minsheng.access.Machine;
import org.minsheng.access.Machines;
import org.minsheng.access.Scope;
import org.minsheng.http.Language;
import org.minsheng.http.Refusal;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** All questions to the machine clients. */
@ApplicationScoped
class Clients implements Machines {
    private final EntityManager database;
    private final Units units;

    Clients(EntityManager database, Units units) {
        this.database = database;
        this.units = units;
    }

    Optional<Client> within(UUID id, Scope scope) {
        return database.createQuery("""
                        from Client c join fetch c.unit u left join fetch c.scopes
                        where c.id = :id and u.path like :working""", Client.class)
                .setParameter("id", id)
                .setParameter("working", scope.working())
                .getResultStream()
                .findFirst();
    }

    Optional<Client> known(UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(database.find(Client.class, id));
    }

    Unit unitFor(UUID id, Scope scope) {
        return units.assignable(id, scope)
                .orElseThrow(() -> Refusal.rule("client.unknown-unit").at("/unitId"));
    }

    record Row(UUID client, String name, UUID unit, String path, String government, ClientScope scope) {}

    @Override
    @ActivateRequestContext
    public Map<UUID, Machine> admitted(Set<UUID> clients) {
        if (clients.isEmpty()) return Map.of();
        List<Row> rows = database.createQuery("""
                        select c.id, c.name, u.id, u.path, g.path, s
                        from Client c join c.unit u join Unit g on g.id = u.governmentId join c.scopes s
                        where c.id in :clients and c.status = ACTIVE""", Row.class)
                .setParameter("clients", clients)
                .getResultList();
        Map<UUID, Set<ClientScope>> scopes = new HashMap<>();
        for (Row row : rows)
            scopes.computeIfAbsent(row.client, id -> new HashSet<>()).add(row.scope);
        Map<UUID, Machine> admitted = new HashMap<>();
        for (Row row : rows) admitted.computeIfAbsent(row.client, id -> machine(row, scopes.get(id)));
        return admitted;
    }

    private static Machine machine(Row row, Set<ClientScope> scopes) {
        Scope reach = Scope.of(row.government, row.path, row.unit, false);
        return Machine.of(new Actor(row.client, row.name, Set.of(), reach, null, Language.ZH), Set.copyOf(scopes));
    }
}
