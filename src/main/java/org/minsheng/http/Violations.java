package org.minsheng.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** Bean Validation findings as field errors: the constraint's name gives the code, its limits fill the sentence. */
public final class Violations {
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "field.required",
            "NotBlank", "field.required",
            "NotEmpty", "field.required",
            "Size", "field.size",
            "Min", "field.minimum",
            "Max", "field.maximum",
            "DecimalMin", "field.minimum",
            "DecimalMax", "field.maximum",
            "Digits", "field.digits",
            "Pattern", "field.pattern");

    private Violations() {}

    /** A refusal of a value that was validated by hand, with pointers into it; null when there is nothing to say. */
    public static Refusal refusal(Set<? extends ConstraintViolation<?>> violations, Language language) {
        if (violations.isEmpty()) return null;
        return Refusal.invalid(violations.stream()
                .map(v -> error(v, language))
                .sorted(Comparator.comparing(Refusal.FieldError::pointer))
                .toList());
    }

    static Refusal.FieldError error(ConstraintViolation<?> violation, Language language) {
        var constraint = violation.getConstraintDescriptor();
        String name = constraint.getAnnotation().annotationType().getSimpleName();
        String code = CODES.getOrDefault(name, "field." + kebab(name));
        Map<String, Object> limits = constraint.getAttributes();
        Object[] arguments = "Size".equals(name)
                ? new Object[] {limits.get("min"), limits.get("max")}
                : new Object[] {limits.getOrDefault("value", limits.getOrDefault("integer", "")), limits.get("fraction")
                };
        return new Refusal.FieldError(pointer(violation), code, ProblemTexts.detail(code, language, arguments));
    }

    /** Drops the method's and the body argument's own names: clients know fields, not Java. */
    private static String pointer(ConstraintViolation<?> violation) {
        String query = queryParameter(violation.getLeafBean(), violation.getPropertyPath());
        return query != null ? query : pointer(violation.getPropertyPath());
    }

    /** The name of a parameter that stands in a record with others. */
    private static String queryParameter(Object bean, Path path) {
        if (!(bean instanceof Record)) return null;
        String name = null;
        for (Path.Node node : path) name = node.getName();
        for (Field field : bean.getClass().getDeclaredFields())
            if (field.getName().equals(name) && field.isAnnotationPresent(QueryParam.class))
                return field.getAnnotation(QueryParam.class).value();
        return null;
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        String parameter = null;
        int depth = 0;
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR -> depth = 0;
                case PARAMETER -> parameter = node.getName();
                default -> {
                    if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
                    if (node.getName() != null && !node.getName().startsWith("<"))
                        pointer.append('/').append(node.getName());
                    depth++;
                }
            }
        }
        if (depth == 0 && parameter != null) return parameter;
        return pointer.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
    }
}
