package org.shouwen.rowsecurity;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Two ways into the database: the owner's, for migrations alone, and the application's. */
@Configuration(proxyBeanMethods = false)
class DataSources {
    private static final int SCHEDULES = 3;
    private static final int READERS = 6;
    private static final long STANDBY_PATIENCE_MS = 1500;

    private static final Logger LOG = LoggerFactory.getLogger(DataSources.class);

    @Bean
    Roles roles(@Value("${SHOUWEN_DB_ROLES:shouwen}") String prefix) {
        return new Roles(prefix);
    }

    /** As the settings say, unless the start has a database to offer. */
    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails databaseOwner(DataSourceProperties properties) {
        return new Settings(
                String.valueOf(properties.determineUrl()),
                String.valueOf(properties.determineUsername()),
                properties.determinePassword());
    }

    private record Settings(
            String getJdbcUrl, String getUsername, @Nullable String getPassword) implements JdbcConnectionDetails {}

    @Bean
    @FlywayDataSource
    DriverManagerDataSource ownerDataSource(JdbcConnectionDetails owner) {
        return new PatientOwner(owner.getJdbcUrl(), String.valueOf(owner.getUsername()), password(owner));
    }

    /** Empty for an owner whom the database trusts without one. */
    private static String password(JdbcConnectionDetails owner) {
        return Objects.requireNonNullElse(owner.getPassword(), "");
    }

    /** @param longest that a statement may take before the database ends it, in seconds; 0: as long as it takes */
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariConfig poolSettings(@Value("${shouwen.statement-timeout:0}") int longest) {
        HikariConfig settings = new HikariConfig();
        settings.addDataSourceProperty(
                "options",
                "-c statement_timeout=%ds -c idle_in_transaction_session_timeout=%ds".formatted(longest, 5 * longest));
        // a database that is cut off can end nothing: later than it would itself, the driver gives the connection up
        settings.addDataSourceProperty("socketTimeout", Integer.toString(longest + (longest + 3) / 4));
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        return settings;
    }

    @Bean
    @Primary
    DataSource dataSource(
            JdbcConnectionDetails owner,
            DriverManagerDataSource ownerDataSource,
            HikariConfig settings,
            Keys keys,
            Roles roles,
            @Value("${SHOUWEN_WALL:true}") boolean wanted)
            throws SQLException {
        boolean walled = wanted
                && roles.ensure(ownerDataSource, applications(owner, keys, roles), Roles.mark(keys.key("history")));
        if (!walled) {
            LOG.warn("第二道墙未启用：请授予数据库用户 CREATEROLE。The second wall is off: grant CREATEROLE to the database user.");
            return new HikariDataSource(config(settings, owner, owner.getUsername(), password(owner)));
        }
        HikariConfig platform = config(settings, owner, roles.application(), applications(owner, keys, roles));
        return behindWall(platform, roles);
    }

    /** An owner that the database trusts without a password has none from which another could follow. */
    private static String applications(JdbcConnectionDetails owner, Keys keys, Roles roles) {
        String owners = password(owner);
        return roles.password(owners.isEmpty() ? Base64.getEncoder().encodeToString(keys.key("history")) : owners);
    }

    private static WalledDataSource behindWall(HikariConfig platform, Roles roles) {
        HikariConfig units = new HikariConfig();
        platform.copyStateTo(units);
        units.setMinimumIdle(Math.min(1, platform.getMinimumIdle()));
        units.setConnectionInitSql("set role " + roles.unit());
        return new WalledDataSource(new HikariDataSource(platform), new HikariDataSource(units), roles.unit());
    }

    /** @param url of a standby of the database; empty: none is there for questions */
    @Bean
    StandbyReads standbyReads(
            DataSource dataSource,
            JdbcClient primary,
            JdbcConnectionDetails owner,
            HikariConfig settings,
            Keys keys,
            Roles roles,
            @Value("${SHOUWEN_DB_STANDBY_URL:}") String url) {
        if (url.isBlank()) return new StandbyReads(primary, null);
        boolean walled = dataSource instanceof WalledDataSource;
        HikariConfig few = new HikariConfig();
        settings.copyStateTo(few);
        few.setPoolName("standby");
        few.setJdbcUrl(url);
        few.setUsername(walled ? roles.application() : owner.getUsername());
        few.setPassword(walled ? applications(owner, keys, roles) : password(owner));
        few.setReadOnly(true);
        few.setMinimumIdle(0);
        few.setMaximumPoolSize(READERS);
        few.setConnectionTimeout(STANDBY_PATIENCE_MS);
        few.setInitializationFailTimeout(-1); // the product starts without it
        DataSource standby = walled ? behindWall(few, roles) : new HikariDataSource(few);
        return new StandbyReads(primary, new Standby(standby, StandbyReads.MOST_BEHIND));
    }

    /** Sessions are the platform's, also those of a unit's people. */
    @Bean(defaultCandidate = false, destroyMethod = "")
    @SpringSessionDataSource
    DataSource sessionDataSource(DataSource dataSource) {
        return dataSource instanceof WalledDataSource walled ? walled.platform() : dataSource;
    }

    /**
     * For schedules of recurring work, which may be done twice: what a lost second of them says is found out anew, so that
     * no commit waits for the disk, twenty times a second on a machine that has nothing to do.
     */
    @Lazy
    @Bean(defaultCandidate = false)
    @Qualifier("schedules")
    DataSource scheduleDataSource(DataSource dataSource) {
        HikariDataSource platform =
                dataSource instanceof WalledDataSource walled ? walled.platform() : (HikariDataSource) dataSource;
        HikariConfig few = new HikariConfig();
        platform.copyStateTo(few);
        few.setPoolName("schedules");
        few.setMinimumIdle(1);
        few.setMaximumPoolSize(SCHEDULES);
        few.setConnectionInitSql("set synchronous_commit = off");
        return new HikariDataSource(few);
    }

    /** Not for others: theirs is the application's. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(@SpringSessionDataSource DataSource sessionDataSource) {
        TransactionTemplate own = new TransactionTemplate(new DataSourceTransactionManager(sessionDataSource));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private static HikariConfig config(
            HikariConfig settings, JdbcConnectionDetails owner, @Nullable String user, String password)
            throws SQLException {
        HikariConfig config = new HikariConfig();
        settings.copyStateTo(config);
        config.setDriverClassName(PatientDriver.name());
        config.setInitializationFailTimeout(PatientOwner.PATIENCE.toMillis());
        config.setJdbcUrl(owner.getJdbcUrl());
        config.setUsername(user);
        config.setPassword(password);
        return config;
    }
}
