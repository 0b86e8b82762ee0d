package org.minsheng.feed;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.access.Caller;
import org.minsheng.access.ClientScope;
import org.minsheng.access.ForScope;
import org.minsheng.http.Answers;
import org.minsheng.http.Refusal;

@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "changes", description = "Everything that happens and the caller may see, in one order.")
public class ChangeResource {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String AFTER = "after";
    private static final String NOW = "now";
    private final Caller caller;
    private final JsonWebToken token;
    private final Feed feed;
    private final Cursors cursors;
    private final Listeners listeners;
    private final Answers answers;
    private final RoutingContext context;

    ChangeResource(
            Caller caller,
            JsonWebToken token,
            Feed feed,
            Cursors cursors,
            Listeners listeners,
            Answers answers,
            RoutingContext context) {
        this.caller = caller;
        this.token = token;
        this.feed = feed;
        this.cursors = cursors;
        this.listeners = listeners;
        this.answers = answers;
        this.context = context;
    }

    @GET
    @ForScope(ClientScope.FEED)
    @Operation(
            operationId = "listChanges",
            summary = "Changes after a point, oldest first; as text/event-stream, also those to come",
            description = """
                    To keep a copy: ask without `after`, apply the items one by one, keep `page.next`, and ask again with it \
                    as `after`; at once while `page.more`, later otherwise. No change is left out and none comes twice, \
                    deletions come as tombstones, and any item's `cursor` works as `after` too. The order is that of the \
                    log: one for all, and never another one later. Only what the caller may see at the time of asking is \
                    there; to learn what a new role shows, begin anew.

                    A cursor belongs to a log. Where a backup was restored under a new origin it is refused with \
                    `changes.cursor-of-another-log`: forget the copy and begin anew.

                    With `Accept: text/event-stream` the same comes as server-sent events and goes on while things happen: \
                    `event: change`, `id:` its cursor, `data:` one `Change` as JSON. A first frame without data brings the \
                    `id` of the point where the stream begins. A comment comes every 15 s when nothing else does, rarely \
                    with an `id` that lets the next stream begin later. After a break send the last `id` as `Last-Event-ID` \
                    (browsers do); it wins over `after`. The stream ends when the token expires, the session ends or roles \
                    or unit of the account change: get a new token and go on from the last `id`. `limit` and conditional \
                    requests are of pages only. More listeners than this instance takes are refused with 503.""")
    @Parameter(
            in = ParameterIn.HEADER,
            name = LAST_EVENT_ID,
            description = "Of a stream: the last `id` received.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "200",
            description = "A page, or the stream.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangePage.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @Context HttpHeaders headers,
            @BeanParam @Valid ChangeFilter filter,
            @Parameter(
                            description =
                                    "A cursor: changes after that point. `now`: only what is still to come. Absent: from the beginning.",
                            example = NOW)
                    @QueryParam(AFTER)
                    @Size(max = 200)
                    String after,
            @Parameter(description = "Changes per page, 1 to 200.", example = "50")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    int limit) {
        // of two representations the framework gives the first to whoever wants neither
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible))
            throw Refusal.of(406, "request.not-acceptable");
        LogEnd end = feed.end();
        long from = place(after, AFTER, end);
        ChangePage page = feed.seen(from, end, filter, caller.actor(), limit).page(end, cursors);
        return answers.part(page, AFTER, page.page().more() ? page.page().next() : null);
    }

    @GET
    @ForScope(ClientScope.FEED)
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5") // not to whoever takes anything
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> listen(
            @BeanParam @Valid ChangeFilter filter,
            @QueryParam(AFTER) @Size(max = 200) String after,
            @HeaderParam(LAST_EVENT_ID) @Size(max = 200) String last,
            @Context Sse sse) {
        LogEnd end = feed.end();
        long from = last == null || last.isBlank() ? place(after, AFTER, end) : place(last, LAST_EVENT_ID, end);
        Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
        String cursor = cursors.of(end.origin(), from);
        Multi<OutboundSseEvent> changes =
                listeners.join(new Asked(caller.actor(), expires, filter, from, cursor, new Frames(sse)));
        context.response()
                .putHeader("Cache-Control", "private, no-store")
                // proxies that collect answers would keep back what is wanted at once
                .putHeader("X-Accel-Buffering", "no");
        return changes;
    }

    private long place(String cursor, String parameter, LogEnd end) {
        if (cursor == null) return 0;
        return cursor.equals(NOW) ? end.size() : cursors.next(cursor, parameter, end);
    }
}
