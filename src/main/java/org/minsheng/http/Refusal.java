package org.minsheng.http;

import java.util.List;

/**
 * The one way to say no. {@code code} is stable and documented at {@code GET /problems/{code}}; {@code arguments} fill
 * its localised sentence.
 */
public final class Refusal extends RuntimeException {
    /** What is wrong with one field: {@code pointer} is a JSON pointer into the body or the name of a parameter. */
    public record FieldError(String pointer, String code, String detail) {
        public static FieldError of(String pointer, String code) {
            return new FieldError(pointer, code, null);
        }
    }

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;
    private final transient Object[] arguments;
    private String etag;
    private Integer retryAfter;

    private Refusal(int status, String code, List<FieldError> errors, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.arguments = arguments;
    }

    public static Refusal malformed(String code, Object... arguments) {
        return new Refusal(400, code, List.of(), arguments);
    }

    public static Refusal badParameter(String name, String code, Object... arguments) {
        return new Refusal(400, code, List.of(FieldError.of(name, code)), arguments);
    }

    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(400, "request.invalid", errors);
    }

    public static Refusal unauthenticated(String code) {
        return new Refusal(401, code, List.of());
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(403, code, List.of(), arguments);
    }

    public static Refusal notFound() {
        return new Refusal(404, "resource.not-found", List.of());
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(409, code, List.of(), arguments);
    }

    public static Refusal stale(String currentEtag) {
        Refusal refusal = new Refusal(412, "request.stale", List.of());
        refusal.etag = currentEtag;
        return refusal;
    }

    public static Refusal missingPrecondition() {
        return new Refusal(428, "request.precondition-required", List.of());
    }

    public static Refusal rule(String code, Object... arguments) {
        return new Refusal(422, code, List.of(), arguments);
    }

    public static Refusal rules(List<FieldError> errors) {
        return new Refusal(422, "request.rule-broken", errors);
    }

    public static Refusal of(int status, String code, Object... arguments) {
        return new Refusal(status, code, List.of(), arguments);
    }

    public Refusal at(String pointer) {
        Refusal pointed = new Refusal(status, code, List.of(FieldError.of(pointer, code)), arguments);
        pointed.etag = etag;
        pointed.retryAfter = retryAfter;
        return pointed;
    }

    public Refusal retryAfter(int seconds) {
        retryAfter = seconds;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Object[] arguments() {
        return arguments;
    }

    public String etag() {
        return etag;
    }

    public Integer retryAfter() {
        return retryAfter;
    }
}
