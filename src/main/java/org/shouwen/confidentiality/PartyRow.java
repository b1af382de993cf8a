package org.shouwen.confidentiality;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;

/** Rows of {@code confidentiality.party}; also where {@code verify} reads them beside an appeal's or an order's. */
public final class PartyRow {
    private PartyRow() {}

    /** To be selected beside other columns: those of {@code confidentiality.parties}, named {@code p}. */
    public static final String BESIDE = """
        p.number as party_number, p.appeal as party_appeal, p.appellant as party_appellant, p.part as party_part,
        p.goes_with as party_goes_with, p.said as party_said, p.secret as party_secret,
        p.accused_units as party_accused_units, p.accused as party_accused, p.unclear as party_unclear,
        p.permitted_at as party_permitted_at
        """;

    /** Null where there is no such row. */
    public static @Nullable Party beside(ResultSet rs) throws SQLException {
        return rs.getString("party_number") == null ? null : map(rs, "party_");
    }

    static Party map(ResultSet rs, int row) throws SQLException {
        return map(rs, "");
    }

    private static Party map(ResultSet rs, String prefix) throws SQLException {
        return new Party(
                Objects.requireNonNull(rs.getObject(prefix + "appeal", UUID.class)),
                rs.getString(prefix + "number"),
                rs.getObject(prefix + "appellant", UUID.class),
                Party.Part.valueOf(rs.getString(prefix + "part")),
                rs.getString(prefix + "goes_with"),
                rs.getString(prefix + "said"),
                facts(rs, prefix));
    }

    /** What is kept; when the platform answered is the order's own. */
    private static Confidentiality facts(ResultSet rs, String prefix) throws SQLException {
        Array units = rs.getArray(prefix + "accused_units");
        return new Confidentiality(
                rs.getBoolean(prefix + "secret"),
                Stream.of((String[]) units.getArray()).map(UnitId::new).toList(),
                rs.getString(prefix + "accused"),
                Instants.orNull(rs, prefix + "permitted_at"),
                null,
                rs.getBoolean(prefix + "unclear"));
    }

    static String[] codes(Confidentiality facts) {
        List<UnitId> units = facts.accusedUnits();
        return units.stream().map(UnitId::code).toArray(String[]::new);
    }
}
