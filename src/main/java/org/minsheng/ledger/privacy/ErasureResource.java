package org.minsheng.ledger.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;
import org.minsheng.db.Ids;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;

@Path("/api/v1/ledger/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public class ErasureResource {
    /** What was recorded about a person's account, their name wherever they acted, and from where and with what they came. */
    private static final String OF_ACCOUNT = """
            delete p from ledger_private p join ledger_event e on e.event_id = p.event_id
             where e.unit_path like ?2 and (e.subject_type = 'account' and e.subject_id = ?1
                or e.actor_id = ?1
                  and (p.path in ('/actor/name', '/state/authorName') or e.subject_type = 'security-event'))""";

    private static final String OF_PROJECT = """
            delete p from ledger_private p join ledger_event e on e.event_id = p.event_id
             where e.unit_path like ?2 and e.subject_type = 'project' and e.subject_id = ?1 and p.path like '/state/%'""";

    private static final String KNOWN = """
            select count(*) from ledger_event e
             where e.subject_type = ?1 and e.subject_id = ?2 and e.unit_path like ?3""";

    private final EntityManager database;
    private final Ledger ledger;
    private final Caller caller;

    ErasureResource(EntityManager database, Ledger ledger, Caller caller) {
        this.database = database;
        this.ledger = ledger;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.Names.SECURITY_ADMIN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "erasePersonalValues",
            summary = "Make the ledger forget somebody's personal values",
            description =
                    "Names, usernames, and the addresses and programs that the security log has of an account are erased together with their salts; the log keeps their digests, and every proof holds as before. What is shown of the present (an account's name, a project's people) is edited where it stands. Asked again it finds none: 0 values.")
    @APIResponse(
            responseCode = "200",
            description = "What was erased.",
            content = @Content(schema = @Schema(implementation = Erasure.class)))
    public Response erase(@NotNull @Valid ErasureRequest wanted) {
        if (!isKnown(wanted)) throw Refusal.rule("erasure.unknown-subject").at("/id");
        int values = database.createNativeQuery(wanted.kind() == ErasureRequest.Kind.ACCOUNT ? OF_ACCOUNT : OF_PROJECT)
                .setParameter(1, Ids.bytes(wanted.id()))
                .setParameter(2, caller.scope().reading())
                .executeUpdate();
        Erasure erasure = new Erasure(Ids.next(), wanted.kind(), wanted.id(), values);
        ledger.record(caller.actor(), "personal-values.erased", erasure, Reason.of(wanted.reason()));
        return Response.ok(erasure).build();
    }

    /** Whoever is of another government is recorded there, and nothing about them here. */
    private boolean isKnown(ErasureRequest wanted) {
        String type = wanted.kind() == ErasureRequest.Kind.ACCOUNT ? "account" : "project";
        Object found = database.createNativeQuery(KNOWN)
                .setParameter(1, type)
                .setParameter(2, Ids.bytes(wanted.id()))
                .setParameter(3, caller.scope().reading())
                .getSingleResult();
        return ((Number) found).longValue() > 0;
    }
}
