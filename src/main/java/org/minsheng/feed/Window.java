package org.minsheng.feed;

import java.util.ArrayList;
import java.util.List;

/** The newest part of the log, as all listeners of an instance share it. */
record Window(String origin, long from, long to, List<Told> told) {
    static final int LONGEST = 1024;
    static final int LARGEST = 16_000_000;
    static final Window NONE = new Window("", 0, 0, List.of());

    /** A log that was restored is another one, by its name or because it is shorter. */
    boolean isOf(LogEnd end) {
        return this == NONE || origin.equals(end.origin()) && to <= end.size();
    }

    /** Goes on with {@code more}; what is too old or too much falls out at the other end. */
    Window with(LogEnd end, long first, List<Told> more) {
        List<Told> all = new ArrayList<>();
        if (first == to) all.addAll(told);
        all.addAll(more);
        long size = all.stream().mapToLong(t -> t.json().length()).sum();
        int gone = 0;
        while (all.size() - gone > LONGEST || size > LARGEST)
            size -= all.get(gone++).json().length();
        long start = gone > 0 ? all.get(gone - 1).index() + 1 : first == to ? from : first;
        return new Window(end.origin(), start, end.size(), List.copyOf(all.subList(gone, all.size())));
    }

    List<Told> since(long place) {
        int first = told.size();
        while (first > 0 && told.get(first - 1).index() >= place) first--;
        return told.subList(first, told.size());
    }
}
