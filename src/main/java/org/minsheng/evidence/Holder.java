package org.minsheng.evidence;

import java.util.UUID;
import org.minsheng.items.Item;
import org.minsheng.progress.ProgressEntry;
import org.minsheng.units.Unit;

/** What a file is evidence of, and where that belongs. */
record Holder(Evidence.SubjectType type, UUID id, Unit unit, UUID programme, UUID project) {
    static Holder of(ProgressEntry entry) {
        return new Holder(
                Evidence.SubjectType.PROGRESS_ENTRY, entry.id(), entry.unit(), entry.programmeId(), entry.projectId());
    }

    static Holder of(Item item) {
        return new Holder(Evidence.SubjectType.ITEM, item.id(), item.unit(), item.programmeId(), item.projectId());
    }
}
