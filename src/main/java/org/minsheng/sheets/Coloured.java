package org.minsheng.sheets;

import org.minsheng.http.Labelled;

/** A value whose cell has a colour, e.g. a traffic light. */
public interface Coloured extends Labelled {
    /** RGB, as {@code C6EFCE}. */
    String colour();
}
