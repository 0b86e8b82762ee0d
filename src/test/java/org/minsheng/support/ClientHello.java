package org.minsheng.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** The first bytes of a TLS client by hand: no library of today offers what a server has to refuse. */
public final class ClientHello {
    public static final int TLS_1_1 = 0x0302;
    public static final int TLS_1_2 = 0x0303;
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;

    private ClientHello() {}

    /** @return what the server says to it: {@code hello}, or {@code alert} and its number (RFC 8446, 6.2) */
    public static String answer(int port, int version, int... suites) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(record(hello(version, suites)));
            byte[] head = socket.getInputStream().readNBytes(5);
            if (head.length < 5) return "nothing";
            byte[] body = socket.getInputStream().readNBytes((head[3] & 255) << 8 | head[4] & 255);
            if (head[0] == HANDSHAKE && body[0] == 2) return "hello";
            return head[0] == ALERT ? "alert " + body[1] : "record " + head[0];
        }
    }

    private static byte[] record(byte[] hello) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(0x0301);
        out.writeShort(hello.length + 4);
        out.writeInt(1 << 24 | hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private static byte[] hello(int version, int... suites) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(2 * suites.length);
        for (int suite : suites) out.writeShort(suite);
        out.writeShort(0x0100); // one compression: none
        // P-256, uncompressed points, ECDSA and RSA with SHA-256 and SHA-1
        short[] extensions = {10, 4, 2, 23, 11, 2, 0x0100, 13, 10, 8, 0x0403, 0x0401, 0x0203, 0x0201};
        out.writeShort(2 * extensions.length);
        for (short part : extensions) out.writeShort(part);
        return bytes.toByteArray();
    }
}
