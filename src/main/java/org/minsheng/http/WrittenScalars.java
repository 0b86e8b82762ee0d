package org.minsheng.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Ids, days, instants and names of enumerations in JSON: one way to write each, and nothing trimmed or guessed. */
final class WrittenScalars extends SimpleModule {
    WrittenScalars() {
        super("written-scalars");
        addDeserializer(UUID.class, new One<>(UUID.class, Written.ID));
        addDeserializer(LocalDate.class, new One<>(LocalDate.class, Written.DATE));
        addDeserializer(Instant.class, new One<>(Instant.class, Written.INSTANT));
        setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config, JavaType type, BeanDescription told, JsonDeserializer<?> usual) {
                return new Name(type.getRawClass(), usual);
            }
        });
    }

    private static String text(JsonParser json, DeserializationContext context, Class<?> type) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) return json.getText();
        context.handleUnexpectedToken(type, json);
        throw new IllegalStateException("a token was not refused");
    }

    private static final class One<T> extends StdDeserializer<T> {
        private final transient Written<T> written;

        One(Class<T> type, Written<T> written) {
            super(type);
            this.written = written;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = text(json, context, _valueClass);
            try {
                return written.read(text);
            } catch (RuntimeException unreadable) {
                throw context.weirdStringException(text, _valueClass, "not in its form");
            }
        }
    }

    /** What the usual reader would trim, or take for no value, is no name. */
    private static final class Name extends StdDeserializer<Object> {
        private final transient JsonDeserializer<?> usual;

        Name(Class<?> type, JsonDeserializer<?> usual) {
            super(type);
            this.usual = usual;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = text(json, context, _valueClass);
            if (text.isEmpty()
                    || Arrays.stream(new int[] {0, text.length() - 1}).anyMatch(i -> text.charAt(i) <= ' '))
                throw context.weirdStringException(text, _valueClass, "not one of its names");
            return usual.deserialize(json, context);
        }
    }
}
