package org.minsheng.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/** RFC 8785 with two rules of ours: decimals are strings, texts are NFC. Personal values become salted digests. */
final class CanonicalJson {
    record Private(String path, byte[] salt, String value) {}

    record Body(String json, byte[] hash, List<Private> privates) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<List<Private>> FOUND = new ThreadLocal<>();
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // what is not there is not said
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(new SimpleModule()
                    .addSerializer(BigDecimal.class, new Decimals())
                    .addSerializer(String.class, new Texts())
                    .addSerializer(Personal.class, new Personals()))
            .build();

    private CanonicalJson() {}

    static Body of(Object value) {
        List<Private> privates = new ArrayList<>();
        FOUND.set(privates);
        try {
            String json = new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
            return new Body(json, sha256(json.getBytes(StandardCharsets.UTF_8)), List.copyOf(privates));
        } catch (IOException e) {
            throw new IllegalStateException("not canonical: " + value.getClass().getSimpleName(), e);
        } finally {
            FOUND.remove();
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Decimals extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            out.writeString(plain.toPlainString());
        }
    }

    private static final class Texts extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Normalizer.normalize(value, Normalizer.Form.NFC));
        }
    }

    private static final class Personals extends JsonSerializer<Personal> {
        @Override
        public void serialize(Personal personal, JsonGenerator out, SerializerProvider provider) throws IOException {
            byte[] salt = new byte[16];
            RANDOM.nextBytes(salt);
            String path = out.getOutputContext().pathAsPointer().toString();
            FOUND.get().add(new Private(path, salt, personal.value()));
            byte[] digest = sha256(salt, personal.value().getBytes(StandardCharsets.UTF_8));
            out.writeStartObject();
            out.writeStringField("sha256", HexFormat.of().formatHex(digest));
            out.writeEndObject();
        }
    }
}
