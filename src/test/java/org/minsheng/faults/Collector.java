package org.minsheng.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receives syslog over TCP: the length of each message, a space, the message (RFC 6587, 3.4.1). */
final class Collector implements AutoCloseable {
    final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final ServerSocket server = new ServerSocket();
    private final List<Socket> clients = new ArrayList<>();
    private volatile boolean deaf;

    Collector(int port) throws IOException {
        server.setReuseAddress(true);
        server.setReceiveBufferSize(4096);
        server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        start(this::accept);
    }

    /** It keeps the connection and takes nothing from it any more. */
    void stopReading() {
        deaf = true;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                clients.add(client);
                start(() -> read(client));
            }
        } catch (IOException closed) {
            // the end of it
        }
    }

    private void read(Socket client) {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream(), 1024);
            while (!deaf) {
                byte[] message = in.readNBytes(length(in));
                heard.add(new String(message, StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // by the other side, or by us
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ' '; c = in.read()) {
            if (c < '0' || c > '9') throw new EOFException("no length: " + c);
            length = 10 * length + c - '0';
        }
        return length;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "collector");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) client.close();
    }
}
