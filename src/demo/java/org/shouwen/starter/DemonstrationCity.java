package org.shouwen.starter;

import org.shouwen.history.Actor;
import org.shouwen.reporting.maps.Boundaries;
import org.springframework.core.io.ClassPathResource;
import java.io.UncheckedIOException;
import java.io.IOException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;

import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On the first start beside the product, where nobody has an account yet: people with a password that everybody knows,
 * and appeals in every state. {@code ./shouwen run} brings this along unless {@code SHOUWEN_DEMONSTRATION} is {@code none};
 * the product's own jar does not hold it.
 */
@Component
class DemonstrationCity implements SmartLifecycle {
    static final String PASSWORD = "shouwen-demo";
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCity.class);

    private final StarterCity starter;
    private final Directory directory;
    private final Accounts accounts;
    private final DemonstrationAppeals appeals;
    private final DemonstrationCases cases;
    private final Boundaries boundaries;
    private final boolean withCases;
    private final TransactionTemplate transaction;
    private volatile boolean loaded;

    DemonstrationCity(
            StarterCity starter,
            Directory directory,
            Accounts accounts,
            DemonstrationAppeals appeals,
            DemonstrationCases cases,
            Boundaries boundaries,
            @Value("${shouwen.demonstration.cases:true}") boolean withCases,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.boundaries = boundaries;
        this.withCases = withCases;
        this.starter = starter;
        this.directory = directory;
        this.accounts = accounts;
        this.appeals = appeals;
        this.transaction = transaction;
    }

    /** After the starter city, before the web server takes requests. */
    @Override
    public int getPhase() {
        return StarterCity.PHASE + 1;
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    @Override
    public void stop() {
        loaded = false;
    }

    @Override
    public void start() {
        loaded = true;
        if (!accounts.anyone()) starter.demonstrated().ifPresent(this::load);
    }

    private void load(String folder) {
        LOG.info("载入演示账号和诉求 loading the demonstration accounts and appeals …");
        transaction.executeWithoutResult(_ -> people(folder));
        boundaries(folder);
        appeals.load(folder, "appeals.csv");
        if (withCases) cases.load(folder);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var people = accounts.demonstration();
        if (people.isEmpty() || event.getApplicationContext().getEnvironment().getProperty("local.server.port") == null)
            return;
        LOG.info("演示账号 demonstration accounts (密码 password: {}):", PASSWORD);
        for (Account a : people) LOG.info("  {}  {}", String.format("%-16s", a.login()), a.name());
    }

    /** A sketch with invented numbers of inhabitants, so that the map shows something. */
    private void boundaries(String folder) {
        ClassPathResource sketch = new ClassPathResource("starter/" + folder + "/boundaries.geojson");
        if (!sketch.exists()) return;
        try {
            boundaries.take(sketch.getContentAsByteArray(), Actor.SYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void people(String folder) {
        for (NamedCsvRecord r : StarterFiles.rows(folder, "accounts.csv"))
            accounts.demonstrate(
                    r.getField("login"),
                    r.getField("name"),
                    StarterFiles.orNull(r.getField("unit")),
                    officer(r.getField("unit"), r.getField("officer")),
                    Set.of(Role.valueOf(r.getField("role"))),
                    PASSWORD);
    }

    private @Nullable UUID officer(String unit, String name) {
        return directory.officers(new UnitId(unit)).stream()
                .filter(o -> o.name().equals(name))
                .map(Officer::id)
                .findFirst()
                .orElse(null);
    }
}
