package org.shouwen.channels.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** With whom matters are exchanged, and the secrets of both sides, which are made from a key outside the database. */
@Component
class Partners {
    private final Hmac hmac;
    private final Path home;

    /** By code; of the codes that there are, so it does not grow with what is asked for. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** A city's own file as the disk tells it apart from the one before. */
    private record Edition(FileTime changed, long size, String key) {}

    /** @param edition empty for the partner that comes along */
    private record Read(Optional<Edition> edition, Optional<Partner> partner) {}

    Partners(Keys keys, @Value("${shouwen.home:.shouwen}") Path home) {
        this.hmac = new Hmac(keys.key("events"));
        this.home = home;
    }

    /** As its file stands now: read once for each edition of it. */
    Optional<Partner> find(String code) {
        if (!Partner.isCode(code)) return Optional.empty();
        try {
            Optional<Edition> edition = edition(code);
            Read before = read.get(code);
            if (before != null && before.edition().equals(edition)) return before.partner();
            Optional<Partner> partner = Partner.of(code, home);
            if (partner.isPresent()) read.put(code, new Read(edition, partner));
            return partner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Taken before the file is read: a file that is written meanwhile is read again. */
    private Optional<Edition> edition(String code) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(file(code), BasicFileAttributes.class);
            return Optional.of(new Edition(file.lastModifiedTime(), file.size(), String.valueOf(file.fileKey())));
        } catch (NoSuchFileException none) { // the one that comes along
            return Optional.empty();
        }
    }

    private Path file(String code) {
        return home.resolve("exchange").resolve(code + ".yaml");
    }

    /** Whether the city has a file of its own for it; one that came along is an example until then. */
    boolean connected(String code) {
        return Files.exists(file(code));
    }

    /** By code. */
    Map<String, Partner> all() {
        try {
            Map<String, Partner> all = new LinkedHashMap<>();
            for (String code : Partner.codes(home)) find(code).ifPresent(p -> all.put(code, p));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] secret(String code, Partner partner) {
        return hmac.of("exchange:" + code + ":" + partner.secret());
    }

    /** As Standard Webhooks writes it. */
    String shown(String code, Partner partner) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(code, partner));
    }

    /** As the page's language calls it; the code of one that is none any more. */
    String name(String code) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return find(code).map(p -> english ? p.nameEn() : p.name()).orElse(code);
    }
}
