package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.tables.Columns;
import org.shouwen.tables.Table;
import org.shouwen.tables.TableReader;
import org.shouwen.tables.Template;
import org.springframework.stereotype.Service;

/**
 * Places, classes of matter, units, officers and duties from a table; good rows are taken, the others come back with the reason, and a second run
 * changes nothing. A column that is missing leaves what is there; an empty cell empties what may be empty. What a person
 * decided stays: such rows come back too.
 */
@Service
public class DirectoryImport {
    private final Directory directory;
    private final Units units;
    private final CityLists lists;
    private final Landmarks landmarks;
    private final UnitHistories histories;

    /** Columns that hold names, which offices pad to one width and break where the column ends. */
    private static final Set<String> NAMES = Set.of("unit", "section", "name", "head", "leader_in_charge", "desk");

    DirectoryImport(Directory directory, Units units, CityLists lists, Landmarks landmarks, UnitHistories histories) {
        this.landmarks = landmarks;
        this.directory = directory;
        this.lists = lists;
        this.units = units;
        this.histories = histories;
    }

    /** @param line where it stands in the file, from 1; {@code problem} what to do about it */
    public record RefusedRow(int line, BadInput.Field problem) {}

    /** @param column its code, such as {@code phone} */
    public record Difference(String column, String before, String after) {}

    /** @param what the unit, officer or duty by name; {@code added} false: it was there and changes */
    public record RowChange(int line, String what, boolean added, List<Difference> differences) {}

    /**
     * What an import did, or would do.
     *
     * @param dryRun nothing was changed
     * @param unknown headings that are not known: what stands below them was not read
     * @param doubled headings that stand there twice: only the first of each was read
     * @param changes the rows that add or change something, before and after
     * @param kept the rows that say something else than a person typed: before, what stands; after, what the row says
     */
    public record Report(
            boolean dryRun,
            List<String> unknown,
            List<String> doubled,
            int added,
            int changed,
            int unchanged,
            List<RowChange> changes,
            List<RowChange> kept,
            List<RefusedRow> refused) {}

    /** The name that offices use for a column of a table, or for the field of a problem. */
    public static String column(String what, String field, boolean chinese) {
        String code = field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return chinese ? DirectoryTables.of(what).name(code) : code;
    }

    /** A table to fill in, with an example, as CSV. */
    public static byte[] template(String what, boolean chinese) {
        return Template.csv(DirectoryTables.of(what), chinese);
    }

    public Report units(byte[] file, Actor by) {
        return take("units", file, ImportWish.TAKE, by);
    }

    public Report duties(byte[] file, Actor by) {
        return take("duties", file, ImportWish.TAKE, by);
    }

    public Report officers(byte[] file, Actor by) {
        return take("officers", file, ImportWish.TAKE, by);
    }

    /**
     * Takes a table.
     *
     * @param what places, classes, units, officers, duties or landmarks
     * @throws BadInput when the file itself can't be read or lacks a column it must have
     * @throws NotFound when there is no such table
     */
    public Report take(String what, byte[] file, ImportWish wish, Actor by) {
        Columns columns = DirectoryTables.of(what);
        Table read = TableReader.read(file, columns).inOneLine(NAMES);
        Table table = switch (what) {
            case "places" -> PlaceRows.ordered(read);
            case "classes" -> MatterClassRows.ordered(read);
            default -> read;
        };
        ImportRun run = new ImportRun(directory, histories, table, wish, by);
        Planner planner = switch (what) {
            case "places" -> new PlaceRows(lists)::plan;
            case "classes" -> new MatterClassRows(lists)::plan;
            case "units" -> new UnitRows(units)::plan;
            case "officers" -> new OfficerRows(units)::plan;
            case "landmarks" -> new LandmarkRows(landmarks)::plan;
            default -> new DutyRows(units)::plan;
        };
        return each(run, planner);
    }

    private interface Planner {
        ImportRun.Planned plan(Table.Line line, ImportRun run);
    }

    private static Report each(ImportRun run, Planner planner) {
        int unchanged = 0;
        List<RowChange> changes = new ArrayList<>();
        List<RowChange> kept = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (Table.Line line : run.table.lines()) {
            try {
                if (line.problem() != null) throw new BadInput(List.of(line.problem()));
                ImportRun.Planned planned = planner.plan(line, run);
                @Nullable Runnable act = planned.act();
                if (act != null && !run.dryRun) act.run();
                if (!planned.kept().isEmpty())
                    kept.add(new RowChange(line.line(), planned.what(), false, planned.kept()));
                else if (act == null) unchanged++;
                if (act != null)
                    changes.add(new RowChange(line.line(), planned.what(), planned.added(), planned.differences()));
            } catch (BadInput e) {
                e.fields().forEach(f -> refused.add(new RefusedRow(line.line(), f)));
            } catch (Stale e) {
                refused.add(new RefusedRow(line.line(), new BadInput.Field("file", "problems.stale")));
            }
        }
        changes.sort(Comparator.comparingInt(RowChange::line));
        kept.sort(Comparator.comparingInt(RowChange::line));
        refused.sort(Comparator.comparingInt(RefusedRow::line));
        int added = (int) changes.stream().filter(RowChange::added).count();
        return new Report(
                run.dryRun,
                run.table.unknown(),
                run.table.doubled(),
                added,
                changes.size() - added,
                unchanged,
                changes,
                kept,
                refused);
    }
}
