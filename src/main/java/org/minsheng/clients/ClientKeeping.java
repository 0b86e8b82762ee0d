package org.minsheng.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Caller;
import org.minsheng.access.Scope;
import org.minsheng.accounts.Admission;
import org.minsheng.http.Replay;
import org.minsheng.ledger.Ledger;

/** What administrators do to machine clients, with its record in the ledger. */
@ApplicationScoped
class ClientKeeping {
    private final Caller caller;
    private final Clients clients;
    private final ClientSecrets secrets;
    private final Admission admission;
    private final Ledger ledger;
    private final EntityManager database;

    ClientKeeping(
            Caller caller,
            Clients clients,
            ClientSecrets secrets,
            Admission admission,
            Ledger ledger,
            EntityManager database) {
        this.caller = caller;
        this.clients = clients;
        this.secrets = secrets;
        this.admission = admission;
        this.ledger = ledger;
        this.database = database;
    }

    Client open(NewClient wanted, Scope scope) {
        byte[] request = Replay.digest(wanted);
        Optional<Client> known = clients.known(wanted.id());
        if (known.isPresent()) {
            Replay.require(known.get().wasCreatedFrom(request)
                    && clients.within(wanted.id(), scope).isPresent());
            return known.get();
        }
        Client client = new Client(wanted, clients.unitFor(wanted.unitId(), scope), request, caller.now());
        database.persist(client);
        ledger.record(caller.actor(), "client.created", client);
        return client;
    }

    NewSecret addSecret(Client client) {
        NewSecret made = secrets.add(client, caller.now());
        client.touch(caller.now());
        changed(client, "client.secret-added");
        return made;
    }

    void endSecret(Client client, UUID secret) {
        secrets.end(client, secret, caller.now());
        client.touch(caller.now());
        changed(client, "client.secret-ended");
    }

    void changed(Client client, String action) {
        ledger.record(caller.actor(), action, client);
        admission.forgetAll();
    }

    ClientView view(Client client) {
        return ClientView.of(client, secrets.of(client.id(), caller.now()), caller.actor());
    }
}
