package org.shouwen.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Secret keys of 32 bytes by name. They lie outside the database: in the environment ({@code SHOUWEN_KEY_HISTORY},
 * base64), with a program that is asked for them ({@code SHOUWEN_KEYS_COMMAND}, the key's name as its last word, base64
 * as its answer), or in {@code SHOUWEN_HOME/keys/history.key}, made on first use and readable by the owner only. Whoever
 * copies the database alone can neither read an identity nor forge the history.
 */
@Component
public final class Keys {
    private static final int BYTES = 32;
    private final Path folder;
    private final String command;
    private final Function<String, @Nullable String> environment;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    @Autowired
    Keys(
            @Value("${shouwen.home:.shouwen}") Path home,
            @Value("${shouwen.keys.command:${SHOUWEN_KEYS_COMMAND:}}") String command) {
        this(home, command, System::getenv);
    }

    Keys(Path home, String command, Function<String, @Nullable String> environment) {
        this.environment = environment;
        this.folder = home.resolve("keys");
        this.command = command.strip();
    }

    /** The keys of a folder that no application runs on, such as a backup's, or of where the environment says that they come from. */
    public static Keys of(Path home) {
        String command = System.getenv("SHOUWEN_KEYS_COMMAND");
        return new Keys(home, command == null ? "" : command, System::getenv);
    }

    /** The key, if it is there; it is not made. */
    public Optional<byte[]> ifThere(String name) {
        try {
            return Optional.of(load(name, false));
        } catch (WrongSetting e) {
            return Optional.empty();
        }
    }

    /** A key of a name that has none yet; where keys come from elsewhere it must be there already. */
    void make(String name) {
        known.put(name, load(name, true));
    }

    /**
     * @param name lower-case letters and dashes
     * @throws WrongSetting when the key can be neither read nor made
     */
    public byte[] key(String name) {
        return known.computeIfAbsent(name, n -> load(n, !n.contains("."))).clone();
    }

    /** @param make whether a missing key is made; a later version is made by whoever makes it, never by reading it */
    private byte[] load(String name, boolean make) {
        String variable = variable(name);
        String fromEnvironment = environment.apply(variable);
        try {
            // another node would make another one: a later version comes from where the first comes from
            if (fromEnvironment == null && inEnvironment(name)) throw new IOException(variable + " is not set");
            String text = fromEnvironment != null
                    ? fromEnvironment
                    : command.isEmpty() ? fromFile(folder.resolve(name + ".key"), make) : fromCommand(name);
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length != BYTES) throw new IOException("key " + name + " must have 32 bytes in base64");
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting(
                    "密钥 '%s' 读不出来：请放回 %s，或设置 %s。".formatted(name, folder, variable),
                    "The key '%s' can't be read (%s): put it back into %s or %s."
                            .formatted(name, e.getMessage(), folder, variable),
                    e);
        }
    }

    /** Whether a key lies in this folder, where a command finds what the server finds. */
    boolean inFiles(String name) {
        return command.isEmpty() && !inEnvironment(name);
    }

    private boolean inEnvironment(String name) {
        return environment.apply(variable(name.replaceAll("\\..*", ""))) != null;
    }

    private static String variable(String name) {
        return "SHOUWEN_KEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private String fromCommand(String name) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.split("\\s+")));
        words.add(name);
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readNBytes(200), StandardCharsets.US_ASCII);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IOException("the program that knows the keys did not answer");
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String fromFile(Path file, boolean make) throws IOException {
        if (make && !Files.exists(file)) {
            Files.createDirectories(folder);
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            Path draft = Files.createTempFile(
                    folder,
                    "new",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh) + "\n", StandardOpenOption.SYNC);
            try {
                Files.createLink(file, draft); // fails where another process was faster: then its key is the key
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // read below
            }
            Files.delete(draft);
        }
        return Files.readString(file);
    }
}
