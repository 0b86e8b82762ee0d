package org.minsheng.ledger.past;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What is remembered of an instant: the newest record of each subject that was asked for. */
public final class Memory {
    public static final Memory EMPTY = new Memory(List.of());

    private final Map<String, Map<UUID, Remembered>> newest = new HashMap<>();

    Memory(Collection<Remembered> records) {
        for (Remembered record : records)
            newest.computeIfAbsent(record.type(), type -> new LinkedHashMap<>()).put(record.id(), record);
    }

    Memory map(UnaryOperator<List<Remembered>> change) {
        return new Memory(change.apply(last()));
    }

    /** The newest records of everything, be they of what is gone. */
    public List<Remembered> last() {
        return newest.values().stream().flatMap(m -> m.values().stream()).toList();
    }

    /** Both together. */
    public Memory and(Memory other) {
        Memory both = new Memory(List.of());
        both.newest.putAll(newest);
        both.newest.putAll(other.newest);
        return both;
    }

    /** The subjects of a kind that were there. */
    public List<Remembered> all(String type) {
        return newest.getOrDefault(type, Map.of()).values().stream()
                .filter(r -> !r.isGone())
                .toList();
    }

    public Optional<Remembered> find(String type, UUID id) {
        return last(type, id).filter(r -> !r.isGone());
    }

    /** The newest record, be it the one that says it is gone. */
    public Optional<Remembered> last(String type, UUID id) {
        return Optional.ofNullable(newest.getOrDefault(type, Map.of()).get(id));
    }
}
