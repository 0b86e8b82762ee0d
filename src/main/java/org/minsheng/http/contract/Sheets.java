package org.minsheng.http.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** An answer that comes as a table too is a record in JSON only; as CSV it is text, as a workbook bytes. */
final class Sheets {
    private static final int LONGEST = 100_000_000;

    private Sheets() {}

    static void in(Content content) {
        if (content == null) return;
        for (String type : List.copyOf(content.getMediaTypes().keySet())) {
            Schema plain = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
            if (type.startsWith("text/") || type.equals("application/x-ndjson")) plain.maxLength(LONGEST);
            else if (type.contains("spreadsheetml")) plain.format("binary");
            else continue;
            // a media type of its own: the framework shares one between all types of an answer
            content.addMediaType(type, OASFactory.createMediaType().schema(plain));
        }
    }
}
