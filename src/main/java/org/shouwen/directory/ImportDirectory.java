package org.shouwen.directory;

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

@Configuration(proxyBeanMethods = false)
class ImportDirectory {
    @Bean
    CliCommand importUnits(DirectoryImport directory, MessageSource messages) {
        return new Import("units", file -> directory.units(file, Actor.SYSTEM), messages);
    }

    @Bean
    CliCommand importDuties(DirectoryImport directory, MessageSource messages) {
        return new Import("duties", file -> directory.duties(file, Actor.SYSTEM), messages);
    }

    @Bean
    CliCommand importOfficers(DirectoryImport directory, MessageSource messages) {
        return new Import("officers", file -> directory.officers(file, Actor.SYSTEM), messages);
    }

    private interface Taking {
        DirectoryImport.Report take(byte[] file);
    }

    private record Import(String what, Taking taking, MessageSource messages) implements CliCommand {
        @Override
        public String name() {
            return "import " + what;
        }

        @Override
        public String arguments() {
            return "FILE.xlsx|FILE.csv";
        }

        @Override
        public String help() {
            return "takes " + what + " from a table and says which rows were refused and why";
        }

        @Override
        public int run(List<String> arguments, PrintStream out) throws Exception {
            if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
                out.printf("用法 usage: ./shouwen %s %s%n", name(), arguments());
                return 2;
            }
            try {
                DirectoryImport.Report r = taking.take(Files.readAllBytes(Path.of(arguments.getFirst())));
                out.printf(
                        "新增 added %d, 修改 changed %d, 不变 unchanged %d, 未收 refused %d%n",
                        r.added(), r.changed(), r.unchanged(), r.refused().size());
                for (DirectoryImport.RefusedRow row : r.refused()) {
                    out.printf(
                            "  第 %d 行 line %d, %s: %s%n",
                            row.line(), row.line(), row.problem().field(), text(row.problem()));
                }
                return r.refused().isEmpty() ? 0 : 1;
            } catch (BadInput e) {
                e.fields().forEach(f -> out.println(text(f)));
                return 1;
            }
        }

        private String text(BadInput.Field f) {
            return String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA));
        }
    }
}
