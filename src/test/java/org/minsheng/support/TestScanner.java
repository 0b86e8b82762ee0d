package org.minsheng.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A ClamAV daemon for tests: finds, breaks off, keeps silent or stops reading as the file itself asks it to. */
public final class TestScanner implements AutoCloseable {
    public static final String INFECTED = "scanner: find Test.Signature-1";
    public static final String WEIGHED = "scanner: weigh";
    public static final String CONFUSED = "scanner: complain";
    public static final String GONE = "scanner: hang up";
    public static final String SILENT = "scanner: keep silent";
    public static final String STUCK = "scanner: read no further";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;

    public TestScanner() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::listen);
    }

    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                start(() -> serve(caller));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            if (!command.equals("zINSTREAM\0")) return;
            // what is asked stands at the beginning; the rest is read and forgotten
            String asked = null;
            int weight = 0;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                byte[] piece = in.readNBytes(length);
                weight += piece.length;
                if (asked == null) asked = new String(piece, 0, Math.min(length, 200), StandardCharsets.ISO_8859_1);
                if (asked.contains(GONE)) return;
                if (asked.contains(STUCK)) closed.await();
            }
            if (asked.contains(SILENT)) in.read();
            else caller.getOutputStream().write(answer(asked, weight).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException ended) {
            // as it must where the other side has lost patience
            return;
        }
    }

    private static String answer(String asked, int weight) {
        if (asked.contains(INFECTED)) return "stream: Test.Signature-1 FOUND\0";
        if (asked.contains(WEIGHED)) return "stream: " + weight + ".bytes FOUND\0";
        if (asked.contains(CONFUSED)) return "INSTREAM size limit exceeded. ERROR\0";
        return "stream: OK\0";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "test-scanner");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
