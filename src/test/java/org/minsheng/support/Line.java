package org.minsheng.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection by hand: a client that quietly repeats what was lost could not count it. */
public final class Line implements AutoCloseable {
    public record Answer(int status, Map<String, String> headers, String body) {
        public boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    private static final int PATIENCE = 15_000;
    public final Socket socket;
    private final InputStream in;

    public Line(int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(16 << 10);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    public Answer ask(String line, String token, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        send(line + " HTTP/1.1\r\nHost: localhost\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + headers + (bytes.length > 0 ? "Content-Type: application/json\r\n" : "")
                + (line.startsWith("GET") ? "" : "Content-Length: " + bytes.length + "\r\n") + "\r\n" + body);
        return answer();
    }

    public Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(status, headers, new String(body(headers), UTF_8));
    }

    /** So many bytes of whatever comes, or fewer at the end. */
    public int read(int bytes) throws IOException {
        return in.readNBytes(bytes).length;
    }

    /** Whether the other side has ended it. */
    public boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) return exactly(Integer.parseInt(headers.get("content-length")));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!"chunked".equals(headers.get("transfer-encoding"))) return body.toByteArray();
        for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
            body.write(exactly(size));
            line();
            if (size == 0) return body.toByteArray();
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) throw new EOFException("cut in its body");
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("cut after " + line.toString(ISO_8859_1));
            if (c != '\r') line.write(c);
        }
        return line.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
