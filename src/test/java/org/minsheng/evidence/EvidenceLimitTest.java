package org.minsheng.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.minsheng.support.As;
import org.minsheng.support.Covers;
import org.minsheng.support.Given;
import org.minsheng.support.Reports;

/** 50 MiB are taken, one byte more is not, and what was begun leaves nothing behind. */
@QuarkusTest
class EvidenceLimitTest {
    private static final int LIMIT = 50 << 20;
    private static final byte[] BLOCK = new byte[1 << 20];

    @TestHTTPResource
    URI server;

    @Inject
    EvidenceFolder folder;

    @Test
    @Covers("ASVS 5.2.1")
    void fifty_mebibytes_and_one_byte_more_announced_or_not() throws IOException {
        Given given = Given.district();
        String programme = given.programme(Given.YEAR);
        String beds = given.indicator(given.project(programme, 1), Given.beds(Given.YEAR));
        given.publish(programme);
        String reporter = given.person("reporter", given.bureau());
        String entry = Reports.on(given, programme)
                .draft(reporter, beds, Given.month(1), Map.of("amount", 5))
                .extract()
                .path("id");
        String head =
                "POST /api/v1/progress-entries/" + entry + "/evidence?fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + As.login(reporter, As.PASSWORD)
                        + "\r\nContent-Type: application/octet-stream\r\nConnection: close\r\n";
        assertStatus(413, head + "Content-Length: " + (LIMIT + 1) + "\r\n\r\n", false, 1);
        assertStatus(413, head + "Transfer-Encoding: chunked\r\n\r\n", true, LIMIT + 1);
        assertStatus(201, head + "Content-Length: " + LIMIT + "\r\n\r\n", false, LIMIT);
        assertStatus(201, head + "Transfer-Encoding: chunked\r\n\r\n", true, LIMIT);
        Awaitility.await().until(() -> incoming().isEmpty());
    }

    private void assertStatus(int status, String head, boolean chunked, int size) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            try {
                send(out, chunked, size);
            } catch (IOException refusedEarly) {
                // the answer may already be there
            }
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            if (status == 413) assertTrue(answer.contains("\"request.too-large\""), answer);
        }
    }

    private static void send(OutputStream out, boolean chunked, int size) throws IOException {
        for (int sent = 0; sent < size; ) {
            byte[] block = BLOCK.clone();
            if (sent == 0) System.arraycopy("%PDF-1.7 ".getBytes(US_ASCII), 0, block, 0, 9);
            int length = Math.min(block.length, size - sent);
            if (chunked) out.write((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
            out.write(block, 0, length);
            if (chunked) out.write("\r\n".getBytes(US_ASCII));
            sent += length;
        }
        if (chunked) out.write("0\r\n\r\n".getBytes(US_ASCII));
    }

    private List<Path> incoming() throws IOException {
        Path incoming = folder.path(new byte[32]).getParent().resolveSibling("incoming");
        assertEquals(true, Files.isDirectory(incoming));
        try (var files = Files.list(incoming)) {
            return files.toList();
        }
    }
}
