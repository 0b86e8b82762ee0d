package org.minsheng.programmes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The notice, character for character; places count Unicode code points.")
public record SourceView(
        @Schema(description = "The text.", examples = "济兗政发〔2026〕2号", maxLength = 200000)
        String text,

        @Schema(description = "SHA-256 of its UTF-8 bytes, hexadecimal.", examples = "9f86d081884c7d65", maxLength = 64)
        String sha256,

        @Schema(description = "Where the annex stands.") Span annex) {
    public static SourceView of(SourceDocument source) {
        return new SourceView(source.text, source.sha256(), source.annex());
    }
}
