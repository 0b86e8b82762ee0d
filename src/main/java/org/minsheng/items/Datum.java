package org.minsheng.items;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a pair of coordinates refers to; the two differ by some hundred metres in China.")
public enum Datum {
    WGS84,
    GCJ02
}
