package org.shouwen.cluster;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OpenStack Swift with its S3 layer, one copy of everything: a proxy, and a server each for accounts, containers, objects. */
final class Swift {
    static final String KEY = "city:shouwen";
    static final String SECRET = "try-secret";
    private static final String BUCKET = "shouwen";

    final List<Member> all = new ArrayList<>();
    final int port;

    Swift(Ground ground) throws IOException, InterruptedException {
        port = ground.port();
        ground.make("swift/devices/one");
        ground.write(
                "swift/swift.conf", "[swift-hash]\nswift_hash_path_suffix = shouwen\nswift_hash_path_prefix = shouwen\n");
        for (String kind : List.of("account", "container", "object")) {
            int own = ground.port();
            ring(ground, kind, own);
            server(ground, kind, own, """
                    [pipeline:main]
                    pipeline = %1$s-server
                    [app:%1$s-server]
                    use = egg:swift#%1$s
                    """.formatted(kind));
        }
        server(ground, "proxy", port, """
                [pipeline:main]
                pipeline = catch_errors cache listing_formats s3api tempauth proxy-server
                [app:proxy-server]
                use = egg:swift#proxy
                account_autocreate = true
                error_suppression_interval = 1
                [filter:catch_errors]
                use = egg:swift#catch_errors
                [filter:cache]
                use = egg:swift#memcache
                memcache_servers = 127.0.0.1:%d
                [filter:listing_formats]
                use = egg:swift#listing_formats
                [filter:s3api]
                use = egg:swift#s3api
                location = us-east-1
                [filter:tempauth]
                use = egg:swift#tempauth
                user_city_shouwen = %s .admin
                """.formatted(ground.port(), SECRET));
    }

    private static void ring(Ground ground, String kind, int port) throws IOException, InterruptedException {
        var where = ground.folder.resolve("swift");
        String builder = kind + ".builder";
        Ground.run(where, List.of("swift-ring-builder", builder, "create", "4", "1", "1"));
        Ground.run(where, List.of("swift-ring-builder", builder, "add", "--region", "1", "--zone", "1",
                "--ip", "127.0.0.1", "--port", Integer.toString(port), "--device", "one", "--weight", "1"));
        Ground.run(where, List.of("swift-ring-builder", builder, "rebalance"));
    }

    private void server(Ground ground, String kind, int port, String pipeline) throws IOException {
        var file = ground.write("swift/" + kind + ".conf", """
                [DEFAULT]
                bind_ip = 127.0.0.1
                bind_port = %d
                user = %s
                swift_dir = %2$s
                devices = %2$s/devices
                mount_check = false
                workers = 0
                log_level = WARNING
                """.replace("%2$s", ground.folder.resolve("swift").toString())
                        .formatted(port, System.getProperty("user.name"))
                + pipeline);
        all.add(new Member(
                "swift-" + kind,
                List.of("/usr/bin/swift-" + kind + "-server", file.toString()),
                Map.of(),
                ground.log("swift-" + kind)));
    }

    /** As {@code SHOUWEN_STORE} names it, over a line that ends at a port. */
    String address(int port) {
        return "http://127.0.0.1:" + port + "/" + BUCKET + "/city";
    }

    private static Client client() {
        return Client.s3().region("us-east-1").accessKey(KEY).secretKey(SECRET).retryMaxAttempts(1).build();
    }

    /** Whether the bucket is there now; made where it is not. */
    boolean ready() {
        try {
            Response made = client()
                    .url("http://127.0.0.1:" + port + "/" + BUCKET)
                    .method(HttpMethod.PUT)
                    .response();
            return made.isOk() || made.statusCode() == 409;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** The bytes of an attachment, as the product stores it; empty when it is not there. */
    byte[] paper(String sha256) {
        Response answer = client()
                .url(address(port) + "/papers/" + sha256.substring(0, 2) + "/" + sha256)
                .method(HttpMethod.GET)
                .response();
        return answer.isOk() ? answer.content() : new byte[0];
    }
}
