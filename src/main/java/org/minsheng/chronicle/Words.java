package org.minsheng.chronicle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.minsheng.http.Decimals;
import org.minsheng.http.Language;
import org.minsheng.http.Texts;
import org.minsheng.indicators.UnitOfMeasure;
import org.minsheng.time.Time;

/** How a language says things: the phrases of {@code chronicle_*.properties}, days, amounts, lists. */
record Words(Language language) {
    static final Texts TEXTS = new Texts("chronicle");
    private static final int LONGEST_LIST = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Optional<String> find(String key) {
        return TEXTS.find(key, language);
    }

    String say(String key, Map<String, String> values) {
        return new Sentence(find(key).orElse("")).with(values);
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(find("form.day").orElseThrow()));
    }

    /** In China's time, to the minute. */
    String minute(Instant at) {
        return at.atZone(Time.CHINA)
                .format(DateTimeFormatter.ofPattern(find("form.minute").orElseThrow()));
    }

    /** {@code 12 张}, {@code 12 beds}, {@code 95%}; the number alone where it has no unit. */
    String amount(BigDecimal number, String measure) {
        String plain = Decimals.plain(number).toPlainString();
        if (measure == null || measure.equals(UnitOfMeasure.BOOLEAN.code())) return plain;
        if (measure.equals(UnitOfMeasure.PERCENT.code())) return plain + "%";
        Optional<String> many = number.compareTo(BigDecimal.ONE) == 0 ? Optional.empty() : find("measure." + measure);
        String unit = many.orElseGet(
                () -> UnitOfMeasure.of(measure).map(u -> u.in(language)).orElse(measure));
        return plain + " " + unit;
    }

    /** Cut off, not rounded: what is short of a hundred never reads 100%. */
    String share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) return "";
        BigDecimal percent = part.multiply(HUNDRED).divide(whole, 2, RoundingMode.DOWN);
        return Decimals.plain(percent).toPlainString() + "%";
    }

    String list(Collection<String> parts) {
        String said = String.join(
                find("form.comma").orElseThrow(),
                parts.stream().limit(LONGEST_LIST).toList());
        return parts.size() <= LONGEST_LIST
                ? said
                : said + say("form.more", Map.of("count", String.valueOf(parts.size())));
    }
}
