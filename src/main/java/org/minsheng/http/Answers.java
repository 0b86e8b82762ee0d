package org.minsheng.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Successful answers with their validators: ETag, 304, Link, Location. */
@ApplicationScoped
public class Answers {
    private final ObjectMapper json;
    private final RoutingContext context;

    Answers(ObjectMapper json, RoutingContext context) {
        this.json = json;
        this.context = context;
    }

    /** 304 when the caller has {@code etag} already, else the view, which is read only then. */
    public Response one(String etag, Supplier<?> view) {
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag))
            return privately(Response.notModified().header(HttpHeaders.ETAG, etag))
                    .build();
        return privately(Response.ok(view.get()).header(HttpHeaders.ETAG, etag)).build();
    }

    public Response changed(int version, Object view) {
        return privately(Response.ok(view).header(HttpHeaders.ETAG, ETag.of(version)))
                .build();
    }

    public Response created(String path, int version, Object view) {
        return privately(Response.created(URI.create(path)).entity(view).header(HttpHeaders.ETAG, ETag.of(version)))
                .build();
    }

    /** A page; its ETag is a digest of what is sent, so it is right whatever the page was made of. */
    public <R> Response list(Page<R> page, Paging paging, Class<R> row) {
        Set<String> fields = paging.fields() == null ? null : known(paging.fields(), row);
        JsonNode tree = json.valueToTree(page);
        if (fields != null) for (JsonNode item : tree.path("items")) ((ObjectNode) item).retain(fields);
        return linked(digested(tree).build(), "cursor", page.page().next());
    }

    public Response whole(Object view) {
        return digested(view).build();
    }

    /** A part that says by which parameter the next one is asked for; the last one has none. */
    public Response part(Object view, String parameter, String next) {
        return linked(digested(view).build(), parameter, next);
    }

    /** A report as a file; its ETag is that of what it shows. */
    public Response file(Object view, String type, String name, StreamingOutput content) {
        String etag = "\"" + digest(view) + "-" + name.substring(name.lastIndexOf('.') + 1) + "\"";
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag))
            return privately(Response.notModified().header(HttpHeaders.ETAG, etag))
                    .build();
        return privately(Response.ok(content).type(type).header(HttpHeaders.ETAG, etag))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** A file that is made while it is sent. */
    public Response stream(String type, String name, StreamingOutput content) {
        return privately(Response.ok(content).type(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** A stored file, to be saved under a name and never shown in place. */
    public Response bytes(String etag, java.io.File file, String disposition) {
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag))
            return privately(Response.notModified().header(HttpHeaders.ETAG, etag))
                    .build();
        return privately(Response.ok(file, MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.ETAG, etag))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /** A refusal as one of several results of a request. */
    public Problem problem(Refusal refusal) {
        return ProblemAnswer.problem(refusal, context);
    }

    private Response.ResponseBuilder digested(Object view) {
        byte[] body = bytes(view);
        String etag = "\"" + shortened(sha256().digest(body)) + "\"";
        if (ETag.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), etag))
            return privately(Response.notModified().header(HttpHeaders.ETAG, etag));
        return privately(Response.ok(body, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.ETAG, etag));
    }

    /** Whoever has the page already has its link too. */
    private Response linked(Response answer, String parameter, String next) {
        if (next == null || answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) return answer;
        URI uri = UriBuilder.fromUri(context.request().uri())
                .replaceQueryParam(parameter, next)
                .build();
        return Response.fromResponse(answer)
                .header(HttpHeaders.LINK, "<" + uri + ">; rel=\"next\"")
                .build();
    }

    /** Names of the row, whether there is one or not, and whether one has them or leaves them out. */
    private Set<String> known(String fields, Class<?> row) {
        Set<String> known = json.getSerializationConfig().introspect(json.constructType(row)).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
        Set<String> wanted = Arrays.stream(fields.split(",")).map(String::strip).collect(Collectors.toSet());
        for (String name : wanted)
            if (!known.contains(name)) throw Refusal.badParameter("fields", "request.unknown-field", name);
        return wanted;
    }

    /** Answers depend on who asks and in which language, so no shared cache may keep them. */
    private static Response.ResponseBuilder privately(Response.ResponseBuilder answer) {
        CacheControl control = new CacheControl();
        control.setPrivate(true);
        control.setNoCache(true);
        control.setNoTransform(false);
        return answer.cacheControl(control).header(HttpHeaders.VARY, "Accept-Language, Authorization");
    }

    private byte[] bytes(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what is sent in another form: read once, kept nowhere. */
    private String digest(Object view) {
        MessageDigest digest = sha256();
        try {
            json.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shortened(digest.digest());
    }

    private static String shortened(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
