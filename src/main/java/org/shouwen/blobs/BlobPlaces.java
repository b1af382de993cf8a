package org.shouwen.blobs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where bytes are kept: under the home of the one machine, or where {@code SHOUWEN_STORE} says that all nodes share them. */
@Configuration(proxyBeanMethods = false)
class BlobPlaces {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Bean
    @Conditional(Named.class)
    SharedObjects sharedObjects(
            @Value("${shouwen.store}") String store,
            @Value("${shouwen.store-region:us-east-1}") String region,
            @Value("${shouwen.store-key:}") String key,
            @Value("${shouwen.store-secret:}") String secret,
            @Value("${shouwen.store-secret-file:}") String secretFile) {
        return shared(store, region, key, secret, secretFile, DEADLINE);
    }

    /** A bucket where an address is named, else a folder. */
    static SharedObjects shared(
            String store, String region, String key, String secret, String secretFile, Duration deadline) {
        return StoreAddress.isUrl(store)
                ? new S3Objects(StoreAddress.of(store, region, key, secret, secretFile), deadline)
                : new FolderObjects(Path.of(store));
    }

    @Bean
    BlobStore blobStore(
            ObjectProvider<SharedObjects> shared, @Value("${shouwen.home:.shouwen}") Path home, InstantSource clock) {
        return Optional.ofNullable(shared.getIfAvailable())
                .<BlobStore>map(objects -> new SharedBlobStore(objects, clock))
                .orElseGet(() -> new FolderBlobStore(home, clock));
    }

    /** Whether a place is named. */
    static final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("shouwen.store", "").isBlank();
        }
    }
}
