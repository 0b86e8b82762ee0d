package org.minsheng.clients;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.minsheng.accounts.AccountStatus;
import org.minsheng.http.Keyset;

/** Which machine clients. */
public record ClientFilter(
        @Parameter(description = "Only clients of this unit.") @QueryParam("unit")
        UUID unit,

        @Parameter(description = "Only this state.") @QueryParam("status")
        AccountStatus status) {

    <R> Keyset<R> on(Keyset<R> clients) {
        return clients.given(unit, "u.id = :unit", "unit").given(status, "c.status = :status", "status");
    }
}
