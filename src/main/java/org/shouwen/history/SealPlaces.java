package org.shouwen.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.blobs.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the lines of seals are kept: beside the database of one machine, or where all nodes share them. */
@Configuration(proxyBeanMethods = false)
class SealPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(SealPlaces.class);

    @Bean
    SealLines sealLines(
            ObjectProvider<SharedObjects> shared, @Value("${shouwen.home:.shouwen}") Path home, InstantSource clock)
            throws IOException {
        SharedObjects objects = shared.getIfAvailable();
        if (objects == null) return new SealFile(home);
        SealObjects lines = new SealObjects(objects, clock);
        takeOver(home, lines);
        return lines;
    }

    /** Once; with a store that does not answer, at the next start. */
    private static void takeOver(Path home, SealObjects to) throws IOException {
        Path own = home.resolve("seals").resolve("seals.log");
        List<String> lines = Files.exists(own) ? new SealFile(home).all() : List.of();
        if (lines.isEmpty()) return;
        try {
            to.takeOver(lines);
            Files.move(own, own.resolveSibling("seals.log.shared"));
        } catch (StoreUnavailable e) {
            LOG.warn("Lines of seals of this machine are not shared yet: {}", e.getMessage());
        }
    }
}
