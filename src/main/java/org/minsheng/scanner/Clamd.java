package org.minsheng.scanner;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks INSTREAM to a ClamAV daemon (clamd(8)): the file goes there in pieces, a verdict comes back, and all of it ends in
 * time. Not blocking, because nothing else ends a read from a socket of the file system.
 *
 * @param where host:port, or the path of a socket
 */
record Clamd(String where, Duration patience) {
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 1000;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    Clamd {
        if (!where.matches("/.+|[^/]+:[0-9]{1,5}"))
            throw new IllegalArgumentException("minsheng.scanner.clamd is host:port or the path of a socket: " + where);
    }

    /** Name of what the file is infected with; empty only where the daemon says that it is clean. */
    Optional<String> infectionOf(Path file) throws IOException {
        SocketAddress address = address();
        try (Selector ready = Selector.open();
                SocketChannel channel = open(address);
                FileChannel bytes = FileChannel.open(file)) {
            channel.configureBlocking(false);
            Line line = new Line(channel, channel.register(ready, 0), System.nanoTime() + patience.toNanos());
            line.connect(address);
            line.send(ByteBuffer.wrap(COMMAND));
            ByteBuffer piece = ByteBuffer.allocate(Integer.BYTES + PIECE);
            while (bytes.read(piece.clear().position(Integer.BYTES)) > 0)
                line.send(piece.putInt(0, piece.position() - Integer.BYTES).flip());
            line.send(ByteBuffer.allocate(Integer.BYTES));
            return verdict(line.receive());
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private SocketAddress address() throws IOException {
        if (where.startsWith("/")) return UnixDomainSocketAddress.of(where);
        int colon = where.lastIndexOf(':');
        InetSocketAddress address =
                new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
        if (address.isUnresolved()) throw new IOException(where + " has no address");
        return address;
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) return Optional.empty();
        Matcher found = FOUND.matcher(answer);
        if (!found.matches()) throw new IOException("it answered: " + plain(answer));
        return Optional.of(plain(found.group(1)));
    }

    private static String plain(String told) {
        return told.replaceAll("[^ -~]", "?").substring(0, Math.min(told.length(), 100));
    }

    private record Line(SocketChannel channel, SelectionKey key, long deadline) {
        void connect(SocketAddress address) throws IOException {
            if (channel.connect(address)) return;
            do await(SelectionKey.OP_CONNECT);
            while (!channel.finishConnect());
        }

        void send(ByteBuffer bytes) throws IOException {
            while (true) {
                channel.write(bytes);
                if (!bytes.hasRemaining()) return;
                await(SelectionKey.OP_WRITE);
            }
        }

        String receive() throws IOException {
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.hasRemaining()) {
                int read = channel.read(answer);
                if (read < 0 || read > 0 && answer.get(answer.position() - 1) == 0) break;
                if (read == 0) await(SelectionKey.OP_READ);
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).replace("\0", "");
        }

        private void await(int event) throws IOException {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) throw new InterruptedIOException("it took too long");
            key.interestOps(event);
            key.selector().select(left);
            key.selector().selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) throw new InterruptedIOException("the application stops");
        }
    }
}
