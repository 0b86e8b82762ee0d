package org.minsheng.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Of each name a few turns at a time; the others wait, first come first served. */
final class Turns {
    private final int atOnce;
    private final Map<String, Line> lines = new HashMap<>();

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    /** @param begin what is done when it is the turn's time, unless that is now */
    synchronized Turn take(String name, Runnable begin) {
        Line line = lines.computeIfAbsent(name, first -> new Line());
        Turn turn = new Turn(name, line, line.begun < atOnce, begin);
        if (turn.isNow) turn.begin();
        else line.waiting.add(turn);
        return turn;
    }

    private static final class Line {
        private final Deque<Turn> waiting = new ArrayDeque<>();
        private int begun;
    }

    final class Turn {
        private final String name;
        private final Line line;
        private final boolean isNow;
        private final Runnable begin;
        private boolean begun;
        private boolean over;

        private Turn(String name, Line line, boolean isNow, Runnable begin) {
            this.name = name;
            this.line = line;
            this.isNow = isNow;
            this.begin = begin;
        }

        private void begin() {
            begun = true;
            line.begun++;
        }

        boolean isNow() {
            return isNow;
        }

        /** Begins although others have their turn, if it waits still. */
        void hurry() {
            synchronized (Turns.this) {
                if (!line.waiting.remove(this)) return;
                begin();
            }
            begin.run();
        }

        void leave() {
            Turn next;
            synchronized (Turns.this) {
                if (over) return;
                over = true;
                if (begun) line.begun--;
                else line.waiting.remove(this);
                next = line.begun < atOnce ? line.waiting.poll() : null;
                if (next != null) next.begin();
                else if (line.begun == 0) lines.remove(name);
            }
            if (next != null) next.begin.run();
        }
    }
}
