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

    /**
     * Looking at a page is a write, and waits for the disk, once a minute and not each time: by as much a session may end
     * earlier than it would.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writesOnceAMinute() {
        return repository -> repository.setUpdateSessionQuery("""
                update %TABLE_NAME% s
                set session_id = n.session_id, last_access_time = n.last_access_time,
                    max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                    principal_name = n.principal_name
                from (values (?, ?::bigint, ?::int, ?::bigint, ?, ?))
                     as n (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
                where s.primary_id = n.primary_id
                  and ((s.session_id, s.max_inactive_interval, s.principal_name)
                           is distinct from (n.session_id, n.max_inactive_interval, n.principal_name)
                       or n.last_access_time not between s.last_access_time and s.last_access_time + 60000)
                """);
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
