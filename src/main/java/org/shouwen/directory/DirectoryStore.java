package org.shouwen.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.Stale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the whole directory at one revision. */
@Repository
class DirectoryStore {
    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select revision from directory.revision")
                .query(Long.class)
                .single();
    }

    void changed() {
        jdbc.sql("update directory.revision set revision = revision + 1").update();
    }

    Snapshot snapshot(long revision) {
        return new Snapshot(
                revision,
                by(units(), Unit::id),
                by(
                        jdbc.sql("select id, unit, name from directory.section")
                                .query((rs, _) -> new Section(
                                        rs.getObject("id", UUID.class),
                                        new UnitId(rs.getString("unit")),
                                        rs.getString("name")))
                                .list(),
                        Section::id),
                by(
                        jdbc.sql("select id, unit, section, name, post, phone, active from directory.officer")
                                .query((rs, _) -> new Officer(
                                        rs.getObject("id", UUID.class),
                                        new UnitId(rs.getString("unit")),
                                        rs.getObject("section", UUID.class),
                                        rs.getString("name"),
                                        rs.getString("post"),
                                        rs.getString("phone"),
                                        rs.getBoolean("active")))
                                .list(),
                        Officer::id),
                places(),
                matterClasses(),
                Snapshot.duties(duties()));
    }

    List<Unit> units() {
        return jdbc.sql(
                        "select code, name, kind, head, leader_in_charge, desk, phone, active, parent, version from directory.unit")
                .query((rs, _) -> new Unit(
                        new UnitId(rs.getString("code")),
                        rs.getString("name"),
                        UnitKind.valueOf(rs.getString("kind")),
                        rs.getString("head"),
                        rs.getString("leader_in_charge"),
                        rs.getString("desk"),
                        rs.getString("phone"),
                        rs.getBoolean("active"),
                        rs.getString("parent") == null ? null : new UnitId(rs.getString("parent")),
                        rs.getLong("version")))
                .list();
    }

    List<DutyEntry> duties() {
        return jdbc.sql(
                        "select matter_class, place, unit from directory.duty order by matter_class, place nulls last, unit")
                .query((rs, _) -> new DutyEntry(
                        rs.getString("matter_class"), rs.getString("place"), new UnitId(rs.getString("unit"))))
                .list();
    }

    private Map<String, Place> places() {
        List<Place> flat = jdbc.sql("select code, name, level, parent from directory.place")
                .query((rs, _) -> new Place(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("name"),
                        Place.Level.valueOf(rs.getString("level")),
                        rs.getString("parent")))
                .list();
        Map<String, Place> byCode = by(flat, Place::code);
        Map<String, Place> full = new HashMap<>();
        for (Place p : flat)
            full.put(p.code(), new Place(p.code(), p.name(), fullName(p, byCode), p.level(), p.parent()));
        return full;
    }

    /** The city goes without saying. */
    private static String fullName(Place place, Map<String, Place> byCode) {
        Place parent = place.parent() == null ? null : byCode.get(place.parent());
        return parent == null || parent.level() == Place.Level.CITY
                ? place.name()
                : fullName(parent, byCode) + " " + place.name();
    }

    private Map<String, MatterClass> matterClasses() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select code, name from directory.matter_class").query(rs -> {
            names.put(rs.getString("code"), rs.getString("name"));
        });
        return by(
                jdbc.sql("select code, name, parent, limit_class from directory.matter_class")
                        .query((rs, _) -> {
                            @Nullable String parent = rs.getString("parent");
                            String name = rs.getString("name");
                            return new MatterClass(
                                    rs.getString("code"),
                                    name,
                                    parent == null ? name : names.get(parent) + " › " + name,
                                    parent,
                                    rs.getString("limit_class"));
                        })
                        .list(),
                MatterClass::code);
    }

    void putPlace(Place p) {
        jdbc.sql("""
                        insert into directory.place (code, name, level, parent) values (:code, :name, :level, :parent)
                        on conflict (code) do update set name = excluded.name, level = excluded.level, parent = excluded.parent
                        """)
                .param("code", p.code())
                .param("name", p.name())
                .param("level", p.level().name())
                .param("parent", p.parent())
                .update();
    }

    void putMatterClass(MatterClass c) {
        jdbc.sql("""
                        insert into directory.matter_class (code, name, parent, limit_class)
                        values (:code, :name, :parent, :limitClass)
                        on conflict (code) do update
                        set name = excluded.name, parent = excluded.parent, limit_class = excluded.limit_class
                        """)
                .param("code", c.code())
                .param("name", c.name())
                .param("parent", c.parent())
                .param("limitClass", c.limitClass())
                .update();
    }

    void insertUnit(Unit u) {
        jdbc.sql("""
                        insert into directory.unit (code, name, kind, head, leader_in_charge, desk, phone, active, parent, version)
                        values (:code, :name, :kind, :head, :leader, :desk, :phone, :active, :parent, 1)
                        """).params(unitParams(u)).update();
    }

    /** @throws Stale when someone else changed it first */
    void updateUnit(Unit u) {
        int changed = jdbc.sql("""
                        update directory.unit
                        set name = :name, kind = :kind, head = :head, leader_in_charge = :leader, desk = :desk,
                            phone = :phone, active = :active, parent = :parent, version = version + 1
                        where code = :code and version = :version
                        """)
                .params(unitParams(u))
                .param("version", u.version())
                .update();
        if (changed != 1) {
            throw new Stale(
                    "unit", u.version(), findUnit(u.id()).map(Unit::version).orElse(-1L));
        }
    }

    Optional<Unit> findUnit(UnitId id) {
        return units().stream().filter(u -> u.id().equals(id)).findFirst();
    }

    private static Map<String, @Nullable Object> unitParams(Unit u) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("code", u.id().code());
        params.put("name", u.name());
        params.put("kind", u.kind().name());
        params.put("head", u.head());
        params.put("leader", u.leaderInCharge());
        params.put("desk", u.desk());
        params.put("phone", u.phone());
        params.put("active", u.active());
        params.put("parent", u.parent() == null ? null : u.parent().code());
        return params;
    }

    void putSection(Section s) {
        jdbc.sql("""
                        insert into directory.section (id, unit, name) values (:id, :unit, :name)
                        on conflict (id) do update set name = excluded.name
                        """)
                .param("id", s.id())
                .param("unit", s.unit().code())
                .param("name", s.name())
                .update();
    }

    /** Officers who have left keep no section. */
    void removeSection(UUID id) {
        jdbc.sql("update directory.officer set section = null where section = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from directory.section where id = :id").param("id", id).update();
    }

    void putOfficer(Officer o) {
        jdbc.sql("""
                        insert into directory.officer (id, unit, section, name, post, phone, active)
                        values (:id, :unit, :section, :name, :post, :phone, :active)
                        on conflict (id) do update set section = excluded.section, name = excluded.name,
                            post = excluded.post, phone = excluded.phone, active = excluded.active
                        """)
                .param("id", o.id())
                .param("unit", o.unit().code())
                .param("section", o.section())
                .param("name", o.name())
                .param("post", o.post())
                .param("phone", o.phone())
                .param("active", o.active())
                .update();
    }

    boolean putDuty(DutyEntry d) {
        return jdbc.sql("""
                        insert into directory.duty (matter_class, place, unit) values (:class, :place, :unit)
                        on conflict do nothing
                        """)
                        .param("class", d.matterClass())
                        .param("place", d.place())
                        .param("unit", d.unit().code())
                        .update()
                == 1;
    }

    boolean removeDuty(DutyEntry d) {
        return jdbc.sql("""
                        delete from directory.duty
                        where matter_class = :class and place is not distinct from :place and unit = :unit
                        """)
                        .param("class", d.matterClass())
                        .param("place", d.place())
                        .param("unit", d.unit().code())
                        .update()
                == 1;
    }

    private static <K, T> Map<K, T> by(List<T> list, Function<T, K> key) {
        return list.stream().collect(Collectors.toMap(key, t -> t));
    }
}
