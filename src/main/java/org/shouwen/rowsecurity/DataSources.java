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
        String owners = password(owner);
        byte[] key = keys.key("history");
        // an owner that the database trusts without a password has none from which another could follow
        String password = roles.password(owners.isEmpty() ? Base64.getEncoder().encodeToString(key) : owners);
        boolean walled = wanted && roles.ensure(ownerDataSource, password, Roles.mark(key));
        if (!walled) {
            LOG.warn("第二道墙未启用：请授予数据库用户 CREATEROLE。The second wall is off: grant CREATEROLE to the database user.");
            return new HikariDataSource(config(settings, owner, owner.getUsername(), owners));
        }
        HikariConfig platform = config(settings, owner, roles.application(), password);
        HikariConfig units = config(settings, owner, roles.application(), password);
        units.setMinimumIdle(1);
        units.setConnectionInitSql("set role " + roles.unit());
        return new WalledDataSource(new HikariDataSource(platform), new HikariDataSource(units), roles.unit());
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
