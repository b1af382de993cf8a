package org.shouwen.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Keys that several nodes ask a program for, as a city's key store would give them. */
final class KeyProgram {
    private KeyProgram() {}

    /** Lays the program {@code key-of} and fresh keys into a folder. */
    static void in(Path folder) throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        for (String name : List.of("history", "identity", "look-up", "second-factor", "throttle", "events")) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.writeString(keys.resolve(name), Base64.getEncoder().encodeToString(key));
        }
        Path program = Files.writeString(folder.resolve("key-of"), "#!/bin/sh\nexec cat '" + keys + "'/\"$1\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
