package org.shouwen.operations;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has migrations run on {@link LaterConnections}. */
@Configuration(proxyBeanMethods = false)
class LaterConfiguration {
    /** @param large size of a table in bytes from which on nobody is kept from writing it */
    @Bean
    FlywayConfigurationCustomizer largeTablesLater(@Value("${shouwen.large-table:16777216}") long large) {
        return flyway -> flyway.dataSource(new LaterConnections(flyway.getDataSource(), large));
    }
}
