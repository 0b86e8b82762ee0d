package org.minsheng.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to changes as a browser does: when the stream ends it comes back with the last id, until it is let in. */
final class Ear implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\"state\":\\{.*?\"code\":\"(w[^\"]*)\"");
    final Queue<String> codes = new ConcurrentLinkedQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private volatile InputStream open;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String last;

    Ear(String address, String token) {
        this.address = address;
        this.token = token;
        Thread thread = new Thread(this::listen, "ear");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        stopped.countDown();
        if (open != null) open.close();
    }

    private void listen() {
        while (stopped.getCount() > 0) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1/changes?after=now"))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (last != null) request.header("Last-Event-ID", last);
            try {
                HttpResponse<InputStream> answer =
                        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                open = answer.body();
                if (answer.statusCode() == 200) read(new BufferedReader(new InputStreamReader(open, UTF_8)));
                else stopped.await(100, TimeUnit.MILLISECONDS);
            } catch (IOException cut) {
                // once more
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) last = line.substring(3).strip();
            Matcher code = CODE.matcher(line);
            if (line.startsWith("data:") && code.find()) codes.add(code.group(1));
        }
    }
}
