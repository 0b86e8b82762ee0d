package org.minsheng.progress;

import java.util.UUID;

/**
 * One report among many, named as files name it.
 *
 * @param period code of the period
 * @param unitCode code of the reporting unit; null for the caller's own
 */
public record DraftRow(int line, UUID indicatorId, String period, String unitCode, EntryText text) {}
