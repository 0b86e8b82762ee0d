package org.minsheng.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a refused row means for the others. */
@Schema(description = "ALL_OR_NOTHING: one refused row and nothing is written. BEST_EFFORT: the other rows are.")
public enum ImportMode {
    ALL_OR_NOTHING,
    BEST_EFFORT
}
