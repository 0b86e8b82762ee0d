package org.minsheng.support;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as they are, to see what a server makes of what no client library would send. */
public final class RawSocket {
    /** @param closed whether the server ended the connection by itself */
    public record Heard(String text, boolean closed) {
        public long answers() {
            return STATUS.matcher(text).results().count();
        }

        /** Of the first answer; 0 when there is none. */
        public int status() {
            Matcher first = STATUS.matcher(text);
            return first.find() ? Integer.parseInt(first.group(1)) : 0;
        }
    }

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|t|0|\\\\|x[0-9a-f]{2})");

    private RawSocket() {}

    /** @param patience milliseconds of silence after which the server is taken to wait for more */
    public static Heard send(byte[] bytes, int patience) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException refusedEarly) {
                // the answer may already be there
            }
            return heard(socket);
        }
    }

    private static Heard heard(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        boolean closed = true;
        try {
            for (int read = socket.getInputStream().read(part);
                    read >= 0;
                    read = socket.getInputStream().read(part)) all.write(part, 0, read);
        } catch (SocketTimeoutException silent) {
            closed = false;
        } catch (IOException reset) {
            // closed while bytes of ours were still unread
        }
        return new Heard(all.toString(StandardCharsets.UTF_8), closed);
    }

    /** {@code \r \n \t \0 \\ \xHH} as the bytes that they stand for. */
    public static byte[] bytes(String escaped) {
        String plain = ESCAPE.matcher(new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .replaceAll(found -> Matcher.quoteReplacement(one(found.group(1))));
        return plain.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String one(String escape) {
        return switch (escape.charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '0' -> "\0";
            case 'x' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            default -> "\\";
        };
    }
}
