package org.shouwen.channels.open311;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.calendar.Limits;
import org.shouwen.cli.CliCommand;
import org.shouwen.directory.Directory;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** {@code open311 services FILE.yaml}: puts the city's list of services in the place of what was there, or changes nothing. */
@Component
public class Open311Commands implements CliCommand {
    private static final String DRY_RUN = "--dry-run";

    private final ServiceStore store;
    private final Editions editions;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Open311Commands(
            ServiceStore store,
            Editions editions,
            Directory directory,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.editions = editions;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "open311 services";
    }

    @Override
    public String arguments() {
        return "FILE.yaml [--dry-run]";
    }

    @Override
    public String help() {
        return "publishes the services of the file over Open311, and no others";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files = arguments.stream().filter(a -> !a.equals(DRY_RUN)).toList();
        if (files.size() != 1) {
            out.println("用法 usage: ./shouwen open311 services " + arguments());
            return 2;
        }
        try {
            List<String> wrong = publish(Files.readString(Path.of(files.getFirst())), arguments.contains(DRY_RUN), out);
            wrong.forEach(out::println);
            return wrong.isEmpty() ? 0 : 2;
        } catch (IOException e) {
            out.println("读不了文件 can not read the file: " + files.getFirst());
            return 1;
        } catch (JacksonException e) {
            out.println("文件格式不对 the file is not of this form: " + e.getOriginalMessage());
            return 2;
        }
    }

    /** @return what is wrong with the list; when anything is, nothing has changed */
    List<String> publish(String yaml, boolean dryRun, PrintStream out) {
        Instant now = Instants.now(clock);
        ServicesFile.Read read =
                ServicesFile.read(yaml, editions.current(now.atZone(Limits.ZONE).toLocalDate()), directory, now);
        if (!read.wrong().isEmpty()) return read.wrong();
        for (Service s : read.services()) out.printf("%s %s (%s, %s)%n", s.code(), s.name(), s.type(), s.lists());
        Set<String> stay = read.services().stream().map(Service::code).collect(Collectors.toSet());
        for (Service s : store.all())
            if (!stay.contains(s.code())) out.printf("不再公布 no longer published: %s %s%n", s.code(), s.name());
        if (dryRun) out.println("试运行，没有改动 dry run, nothing was changed");
        else transaction.executeWithoutResult(_ -> store.replace(read.services(), now));
        return List.of();
    }
}
