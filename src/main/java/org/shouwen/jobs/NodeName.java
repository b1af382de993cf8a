package org.shouwen.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The name under which this node picks work: the same after each restart, and no other node's. One process at a time has
 * the folder (the system's lock on it ends with the process), so what stands under this name when a node starts was picked by
 * its own former process, which is dead. A folder that was copied to another place or another machine is another node.
 */
@Component
public class NodeName {
    /** The column holds 50 characters of what the scheduler writes. */
    private static final int HOST = 24;

    private static final String FILE = "node.id";

    private final Path home;

    NodeName(@Value("${shouwen.home:.shouwen}") Path home) {
        this.home = home;
    }

    /**
     * @return the machine's name and 16 hexadecimal digits
     * @throws UncheckedIOException when the folder can be neither read nor written
     */
    public String get() {
        try {
            String host = host();
            String all = id() + "\n" + home.toRealPath() + "\n" + host;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            String shown = host.length() > HOST ? host.substring(0, HOST) : host;
            return shown + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Chance alone tells nodes apart whose machines and folders bear the same names, as containers' do. */
    private String id() throws IOException {
        Path file = home.resolve(FILE);
        if (Files.exists(file)) {
            String id = Files.readString(file).strip();
            if (!id.isEmpty()) return id; // empty: killed while it was written for the first time
        }
        Files.createDirectories(home);
        String fresh = UUID.randomUUID().toString();
        Files.writeString(file, fresh);
        return fresh;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
