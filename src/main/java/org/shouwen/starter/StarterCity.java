package org.shouwen.starter;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Place;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On the first start, where no unit is known yet: the starter city's places, classes, units, duty list and accounts. */
@Component
class StarterCity implements SmartLifecycle {
    static final String PASSWORD = "shouwen-demo";
    private static final Logger LOG = LoggerFactory.getLogger(StarterCity.class);

    private final String starter;
    private final Directory directory;
    private final Units units;
    private final Accounts accounts;
    private final StarterAppeals appeals;
    private final TransactionTemplate transaction;
    private volatile boolean loaded;

    StarterCity(
            @Value("${shouwen.starter:dandong}") String starter,
            Directory directory,
            Units units,
            Accounts accounts,
            StarterAppeals appeals,
            TransactionTemplate transaction) {
        this.starter = starter;
        this.directory = directory;
        this.units = units;
        this.accounts = accounts;
        this.appeals = appeals;
        this.transaction = transaction;
    }

    /** Before the web server takes requests: nobody sees half a city. */
    @Override
    public int getPhase() {
        return 10;
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
        if (starter.equals("none") || !directory.units().isEmpty()) return;
        LOG.info("第一次启动：载入起步城市 first start: loading the starter city …");
        transaction.executeWithoutResult(_ -> {
            places();
            classes();
            unitsAndOfficers();
            duties();
            people();
        });
        appeals.load();
    }

    private void places() {
        List<Place> places = new ArrayList<>();
        for (NamedCsvRecord r : rows("places.csv")) {
            String name = r.getField("name");
            places.add(new Place(
                    r.getField("code"),
                    name,
                    name,
                    Place.Level.valueOf(r.getField("level")),
                    orNull(r.getField("parent"))));
        }
        units.putPlaces(places);
    }

    private void classes() {
        List<MatterClass> classes = new ArrayList<>();
        for (NamedCsvRecord r : rows("matter_classes.csv")) {
            String name = r.getField("name");
            classes.add(new MatterClass(
                    r.getField("code"), name, name, orNull(r.getField("parent")), orNull(r.getField("limit_class"))));
        }
        units.putMatterClasses(classes);
    }

    private void unitsAndOfficers() {
        for (NamedCsvRecord r : rows("units.csv")) {
            units.create(
                    new Unit(
                            new UnitId(r.getField("code")),
                            r.getField("name"),
                            UnitKind.valueOf(r.getField("kind")),
                            r.getField("head"),
                            r.getField("leader_in_charge"),
                            r.getField("desk"),
                            r.getField("phone"),
                            true,
                            orNull(r.getField("parent")) == null ? null : new UnitId(r.getField("parent")),
                            0),
                    Actor.SYSTEM);
        }
        Map<String, UUID> sections = new HashMap<>();
        for (NamedCsvRecord r : rows("sections.csv")) {
            Section s = units.addSection(new UnitId(r.getField("unit")), r.getField("name"), Actor.SYSTEM);
            sections.put(r.getField("unit") + "/" + r.getField("name"), s.id());
        }
        for (NamedCsvRecord r : rows("officers.csv")) {
            units.putOfficer(
                    new Officer(
                            Units.newId(),
                            new UnitId(r.getField("unit")),
                            sections.get(r.getField("unit") + "/" + r.getField("section")),
                            r.getField("name"),
                            r.getField("post"),
                            r.getField("phone"),
                            true),
                    Actor.SYSTEM);
        }
    }

    private void duties() {
        for (NamedCsvRecord r : rows("duties.csv")) {
            units.addDuty(
                    new DutyEntry(
                            r.getField("matter_class"), orNull(r.getField("place")), new UnitId(r.getField("unit"))),
                    Actor.SYSTEM);
        }
    }

    private void people() {
        person("agent", "坐席 示例", null, Role.AGENT);
        person("dispatcher", "派单员 示例", null, Role.DISPATCHER);
        person("supervisor", "督办员 示例", null, Role.SUPERVISOR);
        person("bureau", "营商局 示例", null, Role.BUREAU);
        person("mayor", "市领导 示例", null, Role.CITY_LEADER);
        person("admin", "系统管理员 示例", null, Role.ADMIN);
        person("security", "安全管理员 示例", null, Role.SECURITY);
        person("auditor", "审计管理员 示例", null, Role.AUDITOR);
        person("heating", "热力集团 受理员", "heating", Role.UNIT_DESK);
        person("heating-officer", "热力集团 承办人", "heating", Role.UNIT_OFFICER);
        person("heating-leader", "热力集团 分管领导", "heating", Role.UNIT_LEADER);
        person("housing", "住建局 受理员", "housing", Role.UNIT_DESK);
        person("zhenxing", "振兴区 受理员", "zhenxing", Role.UNIT_DESK);
    }

    private void person(String login, String name, @Nullable String unit, Role role) {
        accounts.demonstrate(login, name, unit, null, Set.of(role), PASSWORD);
    }

    static Iterable<NamedCsvRecord> rows(String file) {
        var in = Objects.requireNonNull(StarterCity.class.getResourceAsStream("/starter/dandong/" + file), file);
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
