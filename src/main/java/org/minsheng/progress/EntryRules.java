package org.minsheng.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.http.Refusal;
import org.minsheng.http.Refusal.FieldError;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.Promise;
import org.minsheng.indicators.ReportingBasis;

/** Which numbers an entry takes by the promise's kind, and what it must have before it is submitted. */
final class EntryRules {
    private EntryRules() {}

    static void requireShape(MeasureKind kind, EntryText text) {
        List<FieldError> errors = new ArrayList<>();
        boolean counts = kind == MeasureKind.INCREMENT || kind == MeasureKind.STOCK;
        if (text.amount() != null && !counts) errors.add(FieldError.of("/amount", "progress.not-of-this-kind"));
        if (text.numerator() != null && kind != MeasureKind.RATIO)
            errors.add(FieldError.of("/numerator", "progress.not-of-this-kind"));
        if (text.denominator() != null && kind != MeasureKind.RATIO)
            errors.add(FieldError.of("/denominator", "progress.not-of-this-kind"));
        if (text.doneOn() != null && kind != MeasureKind.DELIVERABLE)
            errors.add(FieldError.of("/doneOn", "progress.not-of-this-kind"));
        if (text.numerator() != null
                && text.denominator() != null
                && text.numerator().compareTo(text.denominator()) > 0)
            errors.add(FieldError.of("/numerator", "progress.numerator-above-denominator"));
        if (!errors.isEmpty()) throw Refusal.rules(errors);
    }

    static void requireComplete(ProgressEntry entry, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        Promise promise = entry.indicator.promise();
        switch (promise.kind()) {
            case INCREMENT, STOCK -> require(entry.amount, "/amount", errors);
            case RATIO -> {
                require(entry.numerator, "/numerator", errors);
                require(entry.denominator, "/denominator", errors);
                if (entry.denominator != null && entry.denominator.signum() == 0)
                    errors.add(FieldError.of("/denominator", "progress.denominator-zero"));
            }
            case DELIVERABLE -> {
                if (entry.doneOn != null && (entry.doneOn.isAfter(today) || entry.doneOn.isBefore(promise.from())))
                    errors.add(FieldError.of("/doneOn", "progress.done-outside-window"));
            }
            case PARAMETER -> throw Refusal.rule("progress.parameter-has-no-progress");
        }
        if (!errors.isEmpty()) throw Refusal.rules(errors);
    }

    /** A running total, and a ratio's whole, may fall only with a reason. */
    static void requireReasonToFall(ProgressEntry entry, BigDecimal before) {
        boolean running = entry.indicator.promise().basis() == ReportingBasis.TO_DATE
                && entry.indicator.kind() == MeasureKind.INCREMENT;
        if (running && PlausibilityRules.falls(before, entry.amount) && entry.reasonCode == null)
            throw Refusal.rule("progress.fall-needs-reason", before.toPlainString())
                    .at("/reasonCode");
    }

    private static void require(BigDecimal value, String pointer, List<FieldError> errors) {
        if (value == null) errors.add(FieldError.of(pointer, "field.required"));
    }
}
