package org.minsheng.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.minsheng.db.Pulse;

/** Turns whatever went wrong into problem details; the only place that does. */
public class Problems {
    @Inject
    RoutingContext context;

    @Inject
    Pulse pulse;

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return ProblemAnswer.of(refusal, context);
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return ProblemAnswer.of(Refusal.unauthenticated("access.token-required"), context);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        return ProblemAnswer.of(Refusal.unauthenticated("access.token-invalid"), context);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return ProblemAnswer.of(Refusal.forbidden("access.role-missing"), context);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            errors.add(Violations.error(violation, Language.of(context.request().getHeader("Accept-Language"))));
        }
        errors.sort(Comparator.comparing(Refusal.FieldError::pointer));
        return ProblemAnswer.of(Refusal.invalid(errors), context);
    }

    /** Named apart, because the framework has an answer of its own for it. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException e) {
        return ProblemAnswer.of(unreadableBody(e), context);
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) return unreadable(json);
        int status = e.getResponse().getStatus();
        if (status < 400) return e.getResponse();
        if (e.getCause() instanceof Refusal refusal) return refused(refusal);
        return ProblemAnswer.of(Refusal.of(status, ProblemAnswer.codeOf(status)), context, e.getResponse());
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        return ProblemAnswer.of(Failures.met(e, context, pulse), context);
    }

    static Refusal unreadableBody(JacksonException e) {
        // whether the body is JSON is no matter of the field that was being read
        if (!(e instanceof JsonMappingException mapping) || e.getCause() instanceof JsonParseException)
            return Refusal.malformed("request.not-json");
        String code = e instanceof UnrecognizedPropertyException ? "field.unknown" : "field.unreadable";
        return Refusal.invalid(List.of(Refusal.FieldError.of(pointer(mapping), code)));
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }
}
