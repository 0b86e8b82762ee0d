package org.minsheng.projects;

import java.util.Map;
import java.util.UUID;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.units.UnitThen;

/**
 * What a caller could see of the work of units at an instant.
 *
 * @param units where units stood then; their records may be older than their last move
 */
public record Sight(Reader reader, Map<UUID, UnitThen> units) {
    /** @param unit whose work it is */
    public boolean shows(Remembered record, UUID unit) {
        UnitThen then = units.get(unit);
        String path = then == null ? record.unitPath() : then.path();
        return reader.mayRead(record.audience(), path, record.projectId());
    }
}
