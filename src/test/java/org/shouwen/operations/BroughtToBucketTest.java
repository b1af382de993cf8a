package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.blobs.ObjectStore;

/** A city that had one machine brings its attachments, seals and erasures to a bucket of a store that others wrote. */
class BroughtToBucketTest extends BackedUpHome {
    private static final int PHOTOS = 3;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ObjectStore bucket;

    @SuppressWarnings("NullAway.Init")
    private static StoreThatStops line;

    private String store = "";
    private String secret = "secret";

    @SuppressWarnings("NullAway.Init") // by the test
    private ScreenClient citizen;

    @Override
    protected Map<String, String> surroundings() {
        Map<String, String> all = new HashMap<>(super.surroundings());
        all.put("SHOUWEN_STORE", store);
        all.put("SHOUWEN_STORE_KEY", "key");
        all.put("SHOUWEN_STORE_SECRET", secret);
        all.put("SHOUWEN_SUGGESTIONS", "false");
        all.put("SHOUWEN_STARTER", "");
        return all;
    }

    @BeforeAll
    static void a_bucket() throws Exception {
        bucket = ObjectStore.start(folder);
        line = new StoreThatStops(bucket.address().replace("/" + ObjectStore.BUCKET, ""));
    }

    @AfterAll
    static void end() {
        if (line != null) line.close();
        if (bucket != null) bucket.close();
    }

    private String sent(int colour) throws Exception {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        Map<String, String> form =
                Map.of("key", UUID.randomUUID().toString(), "content", "井盖松动" + colour, "location", "路口");
        citizen.upload("/ask/livelihood", form, "photo", "井盖.png", out.toByteArray());
        Matcher m = Pattern.compile("\\d{8}-\\d{6}")
                .matcher(citizen.get("/ask/sent").body());
        assertThat(m.find()).isTrue();
        return m.group();
    }

    private int bring() throws Exception {
        return command(home, "store", "bring", home.toString());
    }

    private List<String> there() {
        return bucket.objects("city").names("");
    }

    @Test
    void all_of_it_is_there_once_though_the_store_stopped_half_way_and_verify_is_silent() throws Exception {
        Process one = start(home, port);
        awaitUp(one);
        Path seals = home.resolve("seals/seals.log");
        citizen = ScreenClient.nobody(port);
        String number = "";
        for (int i = 0; i < PHOTOS; i++) number = sent(i);
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> Files.exists(seals));
        one.destroy();
        one.waitFor();
        Path erasures = Files.createDirectories(home.resolve("erasures")).resolve("erasures.log");
        String erased = "2026-11-01T00:00:00Z appeal 0198a3d0-0000-7000-8000-000000000001\n";
        Files.writeString(
                erasures, erased, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);

        store = line.address() + "/" + ObjectStore.BUCKET + "/city";
        line.takes(2);
        assertThat(bring()).as(said).isEqualTo(2);
        assertThat(said).contains("再执行一次会接着做");
        assertThat(there()).hasSize(2);
        line.takes(Integer.MAX_VALUE);
        assertThat(bring()).as(said).isZero();
        int lines = Files.readAllLines(seals).size();
        assertThat(said).contains((PHOTOS - 2) + " 个附件", (lines + 1) + " 条封存", "2 个本来就在"); // and one erasure
        assertThat(there()).filteredOn(n -> n.startsWith("papers/")).hasSize(PHOTOS);
        assertThat(there()).filteredOn(n -> n.startsWith("erasures/")).hasSize(1);
        assertThat(there()).filteredOn(n -> n.startsWith("seals/before/")).hasSize(1);
        int before = line.puts();
        assertThat(bring()).isZero();
        assertThat(said).contains("0 个附件", "0 条封存", (PHOTOS + 2) + " 个本来就在");
        assertThat(line.puts()).as("nothing is put twice").isEqualTo(before);

        Files.move(seals, folder.resolve("seals.kept")); // a node with a home of its own has no such file
        for (Path paper : Backup.regular(home.resolve("papers"))) Files.delete(paper);
        assertThat(command(home, "verify")).as(said).isZero();
        assertThat(said).contains("全部完好");
        awaitUp(start(home, port));
        assertThat(open(http, "/health/ready").statusCode()).isEqualTo(200);
        String page = citizen.get("/lookup/" + number).body();
        Matcher photo = Pattern.compile("/lookup/[0-9-]+/papers/[0-9a-f-]+").matcher(page);
        assertThat(photo.find()).as(page).isTrue();
        assertThat(citizen.bytes(photo.group())).as("a PNG from the bucket").startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void a_bucket_without_keys_is_said_in_one_line() throws Exception {
        store = "http://127.0.0.1:9/shouwen";
        secret = "";
        try {
            assertThat(command(
                            home,
                            "store",
                            "bring",
                            Files.createDirectories(folder.resolve("empty")).toString()))
                    .isEqualTo(2);
            assertThat(said).contains("SHOUWEN_STORE_KEY").doesNotContain("Exception", "\tat ");
        } finally {
            secret = "secret";
        }
    }
}
