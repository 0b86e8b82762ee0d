package org.minsheng.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.support.Covers;

class ClamdTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final byte[] sent = new byte[300_001];
    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(7).nextBytes(sent);
        file = Files.write(folder.resolve("file"), sent);
    }

    @Test
    @Covers("ASVS 5.4.3")
    void every_byte_goes_to_a_socket_of_the_file_system_in_pieces_and_its_word_comes_back() throws Exception {
        assertEquals(Optional.empty(), answered("stream: OK\0"));
        assertEquals(Optional.of("Win.Test.EICAR_HDB-1"), answered("stream: Win.Test.EICAR_HDB-1 FOUND\0"));
        assertEquals(Optional.of("a?b"), answered("stream: a\u0007b FOUND\0"));
    }

    @Test
    @Covers("ASVS 5.4.3")
    void whatever_else_is_said_is_no_verdict() {
        for (String said : new String[] {
            "",
            "\0",
            "OK\0",
            "stream: OKAY\0",
            "stream: OK FOUNDATION\0",
            "INSTREAM size limit exceeded. ERROR\0",
            "x".repeat(5000)
        }) assertThrows(IOException.class, () -> answered(said), said);
    }

    @Test
    void nobody_at_the_address_is_told_as_such() throws IOException {
        assertThrows(IOException.class, () -> new Clamd(folder.resolve("none").toString(), PATIENCE).infectionOf(file));
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThrows(IOException.class, () -> new Clamd("127.0.0.1:" + free, PATIENCE).infectionOf(file));
        assertThrows(IOException.class, () -> new Clamd("no-such-host.invalid:3310", PATIENCE).infectionOf(file));
    }

    @Test
    void an_address_that_is_none_is_refused() {
        for (String wrong : new String[] {"", "clamd", "3310", ":3310", "host:", "host:port", "run/clamd.ctl"})
            assertTrue(assertThrows(IllegalArgumentException.class, () -> new Clamd(wrong, PATIENCE))
                    .getMessage()
                    .startsWith("minsheng.scanner.clamd "));
    }

    private Optional<String> answered(String answer) throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        Files.deleteIfExists(socket);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> serve(server, answer));
            Optional<String> infection = new Clamd(socket.toString(), PATIENCE).infectionOf(file);
            assertArrayEquals(sent, heard.get());
            return infection;
        }
    }

    private static byte[] serve(ServerSocketChannel server, String answer) {
        try (SocketChannel caller = server.accept();
                InputStream bytes = Channels.newInputStream(caller)) {
            DataInputStream in = new DataInputStream(bytes);
            assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) all.write(in.readNBytes(length));
            caller.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            return all.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
