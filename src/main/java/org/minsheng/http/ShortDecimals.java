package org.minsheng.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import java.io.IOException;
import java.math.BigDecimal;

/** 1e999999999 is short to send and long to write: what counts is what it means. */
final class ShortDecimals extends NumberDeserializers.BigDecimalDeserializer {
    static final int DIGITS = 30;

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal number = super.deserialize(parser, context);
        if (number != null && (number.scale() > DIGITS || (long) number.precision() - number.scale() > DIGITS))
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, number, "too many digits");
        return number;
    }
}
