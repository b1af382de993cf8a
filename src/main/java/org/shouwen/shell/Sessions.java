package org.shouwen.shell;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions lie in the database; several requests of one browser may write the same attribute at once. */
@Configuration(proxyBeanMethods = false)
class Sessions {
    @Bean
    CookieSerializer sessionCookie(
            @Value("${server.servlet.session.cookie.name}") String name,
            @Value("${server.servlet.session.cookie.same-site}") String sameSite) {
        return new SessionCookie(name, sameSite);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> bearsTwoAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** People stay signed in when the program is upgraded: {@link SessionFormat}. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> bearsUpgrades() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionFormat::write);
        conversion.addConverter(new Reading());
        return repository -> repository.setConversionService(conversion);
    }

    /** What can't be read is null: as if it had never been there. */
    private static final class Reading implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object kept, TypeDescriptor from, TypeDescriptor to) {
            return kept instanceof byte[] bytes ? SessionFormat.read(bytes) : null;
        }
    }
}
