package org.minsheng.db;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/** UUIDv7 (RFC 9562): ids that sort by the time they were made. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator V7 = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return V7.generate();
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** As {@code unhex} reads it. */
    public static String hex(UUID id) {
        return HexFormat.of().formatHex(bytes(id));
    }
}
