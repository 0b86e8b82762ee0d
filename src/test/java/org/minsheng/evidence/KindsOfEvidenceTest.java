package org.minsheng.evidence;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** Each kind of file that may be attached is known by the first bytes that cameras and offices really write. */
@QuarkusTest
class KindsOfEvidenceTest {
    private String reporter;
    private String entry;

    @BeforeEach
    void a_draft() {
        Given given = Given.district();
        String programme = given.programme(Given.YEAR);
        String beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        reporter = given.person("reporter", given.bureau());
        entry = Reports.on(given, programme)
                .draft(reporter, beds, Given.month(1), java.util.Map.of("amount", 5))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void pictures_and_films_of_telephones_are_taken() {
        taken("a.png", hex("89504e470d0a1a0a0000000d49484452"), "image/png");
        taken("a.jpg", hex("ffd8ffe000104a464946000101000001"), "image/jpeg");
        for (String brand : new String[] {"heic", "heix", "mif1"}) taken(brand + ".heic", box(brand), "image/heic");
        for (String brand : new String[] {"isom", "iso5", "mp42"}) taken(brand + ".mp4", box(brand), "video/mp4");
    }

    @Test
    void a_plain_document_is_taken_and_a_page_is_not() throws IOException {
        taken("a.docx", document(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        byte[] page = "<!doctype html><script>x</script>".getBytes(StandardCharsets.UTF_8);
        attach("a.pdf", page).statusCode(415).body("code", equalTo("evidence.type-not-allowed"));
        attach("a.mp4", box("qt  ")).statusCode(415);
        attach("a.png", hex("89504e470d0a1a")).statusCode(415);
    }

    private void taken(String name, byte[] bytes, String type) {
        attach(name, bytes).statusCode(201).body("mediaType", equalTo(type));
    }

    private ValidatableResponse attach(String name, byte[] bytes) {
        return As.person(reporter)
                .contentType("application/octet-stream")
                .queryParam("fileName", name)
                .body(bytes)
                .post("/api/v1/progress-entries/" + entry + "/evidence")
                .then();
    }

    /** The first box of an ISO base media file (ISO/IEC 14496-12). */
    private static byte[] box(String brand) {
        return ("\0\0\0\u0014ftyp" + brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] document() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"[Content_Types].xml", "word/document.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
