package org.minsheng.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own, known by what it prints. */
public final class PackagedApplication implements AutoCloseable {
    public static final Path FOLDER = Path.of("target", "quarkus-app");
    private static final int PATIENCE_SECONDS = 90;
    private static final int LOWEST = 10_000;
    private static final int LOWEST_OUTGOING = 32_768;

    private final int port;
    private final int managementPort;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "packaged-application-output");

    private PackagedApplication(List<String> options) throws IOException {
        port = freePort();
        managementPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.addAll(options);
        command.addAll(List.of("-jar", FOLDER.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // what the suite runs against is not what this process is asked to find out
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("MINSHENG_"));
        process = builder.start();
        reader.start();
    }

    public static PackagedApplication start(String... options) throws IOException {
        return new PackagedApplication(List.of(options));
    }

    public static PackagedApplication demo(Path folder, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Dquarkus.profile=demo", "-Dminsheng.demo.folder=" + folder));
        all.addAll(List.of(options));
        return new PackagedApplication(all);
    }

    /** The address of the API and of what is public. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** The welcome is the last thing a demo prints. */
    public void awaitWelcome() throws Exception {
        started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + output);
        }
        reader.join();
        return process.exitValue();
    }

    public int get(String managementPath) throws Exception {
        return management(managementPath, BodyHandlers.discarding()).statusCode();
    }

    public String read(String managementPath) throws Exception {
        return management(managementPath, BodyHandlers.ofString()).body();
    }

    private <T> HttpResponse<T> management(String path, HttpResponse.BodyHandler<T> reading) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), reading);
    }

    /** How many of the class it holds, without what nobody refers to any more. */
    public long held(Class<?> type) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process counting = new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (counting.waitFor() != 0) throw new IllegalStateException(histogram);
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(type.getName()))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    public String output() {
        return output.toString();
    }

    /** As a roll-out does; returns at once. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** As kill -9 does; returns when its database has written its pages down. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.toHandle().destroyForcibly();
        process.waitFor();
        children.forEach(child -> child.onExit().join());
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        // unlike Process, its handle leaves the output open to be read to the end
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        // the database goes on for a moment; the test's folder can be deleted only afterwards
        children.forEach(child -> child.onExit().join());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.contains("Password of them all")) {
                    started.complete(null);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            started.completeExceptionally(new AssertionError("ended before it had started:\n" + output));
        }
    }

    /** Below those that systems give to outgoing connections: nobody takes it before a server does. */
    public static int freePort() throws IOException {
        for (int tries = 1; ; tries++) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OUTGOING))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (tries == 100) throw taken;
            }
        }
    }
}
