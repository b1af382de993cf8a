package org.shouwen.cluster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Somebody at the screens: signed in once and for all, and a citizen who hands in photos. */
final class People {
    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf|key)\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final Ledger ledger;
    private final AtomicBoolean over;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .cookieHandler(new CookieManager())
            .build();

    People(int port, Ledger ledger, AtomicBoolean over) {
        this.base = "http://127.0.0.1:" + port;
        this.ledger = ledger;
        this.over = over;
    }

    void signIn(String login, String password) throws Exception {
        String csrf = hidden(get("/sign-in").body()).getOrDefault("_csrf", "");
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(login, password, URLEncoder.encode(csrf, StandardCharsets.UTF_8));
        http.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        if (get("/password").statusCode() != 200) throw new IllegalStateException("nobody could sign in");
    }

    /**
     * Looks at a page for those who have signed in; one that leads to the sign-in has lost the session.
     *
     * @param looks counts those that were answered
     */
    void look(String path, AtomicLong looks) {
        while (!over.get()) {
            try {
                int status = get(path).statusCode();
                if (status == 302 || status == 303 || status == 401) ledger.sessionsLost.incrementAndGet();
                else if (status != 200) ledger.refused("page " + path + " " + status);
                else looks.incrementAndGet();
            } catch (IOException e) {
                ledger.refused("page " + path + " " + e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    /** Hands in an appeal with a photo of its own, again and again until it is taken, with the same key as the page sends it. */
    void handIn() {
        while (!over.get()) {
            try {
                byte[] photo = photo();
                Map<String, String> page = hidden(get("/ask/livelihood").body());
                if (!page.containsKey("key")) throw new IOException("no form");
                while (!over.get() && !taken(page, photo)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            } catch (IOException e) {
                ledger.refused("form " + e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    private boolean taken(Map<String, String> page, byte[] photo) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(form(page, photo), BodyHandlers.ofString());
            if (answer.statusCode() != 302 && answer.statusCode() != 303) {
                ledger.refused("form " + answer.statusCode());
                return false;
            }
            ledger.written();
            ledger.forms.add(words(page));
            HttpResponse<String> after = get("/ask/sent");
            if (after.statusCode() != 200 || after.body().contains("id=\"left\"")) { // without its photo, or nobody knows
                ledger.refused("photo, to be sent again");
                return false;
            }
            ledger.papers.add(sha256(photo));
            return true;
        } catch (IOException e) {
            ledger.refused("form " + e.getClass().getSimpleName());
        }
        return false;
    }

    private static String words(Map<String, String> page) {
        return Ledger.FORM + page.get("key");
    }

    private HttpRequest form(Map<String, String> page, byte[] photo) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> typed = Map.of(
                "_csrf", page.getOrDefault("_csrf", ""), "key", page.getOrDefault("key", ""),
                "content", words(page), "location", "示例小区3号楼", "phone", "13800000002", "name", "李示例");
        for (Map.Entry<String, String> f : typed.entrySet())
            body.write("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(f.getKey(), f.getValue())
                    .getBytes(StandardCharsets.UTF_8));
        body.write("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.write(photo);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + "/ask/livelihood"))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(40))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> all = new java.util.HashMap<>();
        Matcher m = TOKEN.matcher(page);
        while (m.find()) all.put(m.group(1), m.group(2));
        return all;
    }

    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(UUID.randomUUID().getMostSignificantBits());
        for (int i = 0; i < 24 * 24; i++) image.setRGB(i % 24, i / 24, random.nextInt());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
