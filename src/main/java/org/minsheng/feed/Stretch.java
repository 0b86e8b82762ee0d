package org.minsheng.feed;

import java.util.List;

/**
 * A part of the log as one caller may see it.
 *
 * @param until the place before which it ends
 * @param more whether the log goes on
 */
record Stretch(List<Change> changes, long from, long until, boolean more) {
    /** So many places are looked at again rather than tell of each thing that is not to be seen that it happened. */
    static final int NEAR = 1_000;

    /** Where to go on: after the last change seen, unless much of others lies between. */
    long next() {
        if (more) return until;
        long seen = changes.isEmpty() ? from : changes.get(changes.size() - 1).index() + 1;
        return seen + (until - seen) / NEAR * NEAR;
    }

    ChangePage page(LogEnd end, Cursors cursors) {
        List<ChangeView> items = changes.stream().map(Change::view).toList();
        return new ChangePage(items, new ChangePage.Point(cursors.of(end.origin(), next()), items.size(), more));
    }
}
