package org.shouwen.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions lie in the database; several requests of one browser may write the same attribute at once. */
@Configuration(proxyBeanMethods = false)
class Sessions {
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> bearsTwoAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
