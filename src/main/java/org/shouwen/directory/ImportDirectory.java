package org.shouwen.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.shouwen.cli.CliCommand;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands that read the city's tables: places, classes, units, officers, duties, landmarks. */
@Configuration(proxyBeanMethods = false)
class ImportDirectory {
    private static final String DRY_RUN = "--dry-run";
    private static final String OVER_TYPED = "--over-typed";

    @Bean
    CliCommand importPlaces(DirectoryImport directory, MessageSource messages) {
        return new Import("places", directory, messages);
    }

    @Bean
    CliCommand importMatterClasses(DirectoryImport directory, MessageSource messages) {
        return new Import("classes", directory, messages);
    }

    @Bean
    CliCommand importUnits(DirectoryImport directory, MessageSource messages) {
        return new Import("units", directory, messages);
    }

    @Bean
    CliCommand importDuties(DirectoryImport directory, MessageSource messages) {
        return new Import("duties", directory, messages);
    }

    @Bean
    CliCommand importOfficers(DirectoryImport directory, MessageSource messages) {
        return new Import("officers", directory, messages);
    }

    @Bean
    CliCommand importLandmarks(DirectoryImport directory, MessageSource messages) {
        return new Import("landmarks", directory, messages);
    }

    private record Import(String what, DirectoryImport directory, MessageSource messages) implements CliCommand {
        @Override
        public String name() {
            return "import " + what;
        }

        @Override
        public String arguments() {
            return "FILE.xlsx|.xls|.csv|.txt [--dry-run] [--over-typed]";
        }

        @Override
        public String help() {
            return "takes " + what
                    + " from a table and says which rows were refused and why; --dry-run only says what would change;"
                    + " --over-typed also changes what a person typed, which stands otherwise";
        }

        @Override
        public int run(List<String> arguments, PrintStream out) {
            List<String> files = arguments.stream()
                    .filter(a -> !a.equals(DRY_RUN) && !a.equals(OVER_TYPED))
                    .toList();
            if (files.size() != 1 || files.getFirst().startsWith("--")) {
                out.printf("用法 usage: ./shouwen %s %s%n", name(), arguments());
                return 2;
            }
            try {
                byte[] file = Files.readAllBytes(Path.of(files.getFirst()));
                ImportWish wish = new ImportWish(arguments.contains(DRY_RUN), arguments.contains(OVER_TYPED));
                DirectoryImport.Report r = directory.take(what, file, wish, Actor.SYSTEM);
                tell(r, out);
                return r.refused().isEmpty() ? 0 : 1;
            } catch (BadInput e) {
                e.fields().forEach(f -> out.println(text(f)));
                return 1;
            } catch (IOException e) {
                out.println("读不了文件 can not read the file: " + files.getFirst());
                return 1;
            }
        }

        private void tell(DirectoryImport.Report r, PrintStream out) {
            if (!r.unknown().isEmpty())
                out.printf("不认识的列，未读 unknown headings, not read: %s%n", String.join("、", r.unknown()));
            if (!r.doubled().isEmpty())
                out.printf("重复的列，只读了最前面的 doubled headings, the first was read: %s%n", String.join("、", r.doubled()));
            if (r.dryRun()) {
                out.println("试运行，没有改动 dry run, nothing was changed");
                for (DirectoryImport.RowChange c : r.changes()) {
                    out.printf(
                            "  第 %d 行 line %d %s %s%n",
                            c.line(), c.line(), c.added() ? "新增 add" : "修改 change", c.what());
                    for (DirectoryImport.Difference d : c.differences())
                        out.printf("      %s: “%s” -> “%s”%n", d.column(), d.before(), d.after());
                }
            }
            for (DirectoryImport.RowChange c : r.kept()) {
                out.printf(
                        "  第 %d 行 line %d 人工填写的未改，要改请加 typed by a person and left, add %s to change %s%n",
                        c.line(), c.line(), OVER_TYPED, c.what());
                for (DirectoryImport.Difference d : c.differences())
                    out.printf("      %s: “%s”, 表中 in the table “%s”%n", d.column(), d.before(), d.after());
            }
            out.printf(
                    "新增 added %d, 修改 changed %d, 不变 unchanged %d, 未收 refused %d%n",
                    r.added(), r.changed(), r.unchanged(), r.refused().size());
            for (DirectoryImport.RefusedRow row : r.refused()) {
                out.printf(
                        "  第 %d 行 line %d, %s: %s%n",
                        row.line(), row.line(), row.problem().field(), text(row.problem()));
            }
        }

        private String text(BadInput.Field f) {
            return String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA));
        }
    }
}
