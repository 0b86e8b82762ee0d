package org.minsheng.assurance;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** What the settings file and the constants of the code say, for the page that quotes them. */
final class Settings {
    private final Properties properties = new Properties();

    static Settings read() throws IOException {
        Settings settings = new Settings();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/application.properties"), StandardCharsets.UTF_8)) {
            settings.properties.load(file);
        }
        return settings;
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    String property(String name) {
        String value = properties.getProperty(name);
        if (value == null) throw new AssertionError("the page quotes " + name + ", which application.properties lacks");
        return value;
    }

    /** @param name class and field, e.g. {@code org.minsheng.accounts.Credentials#LOCK} */
    String constant(String name) {
        String[] parts = name.split("#");
        try {
            var field = Class.forName(parts[0]).getDeclaredField(parts[1]);
            field.setAccessible(true);
            Object value = field.get(null);
            return value instanceof Duration time ? time.toString().substring("PT".length()) : String.valueOf(value);
        } catch (ReflectiveOperationException gone) {
            throw new AssertionError("the page quotes " + name, gone);
        }
    }
}
