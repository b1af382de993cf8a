package org.shouwen.channels.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shouwen.cli.CliCommand;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Busy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** {@code exchange}: tables from and for another system, and the secret that it signs with. */
@Component
class ExchangeCommand implements CliCommand {
    private static final String DRY_RUN = "--dry-run";

    private final ExchangeTables tables;
    private final Partners partners;
    private final MessageSource messages;

    ExchangeCommand(ExchangeTables tables, Partners partners, MessageSource messages) {
        this.tables = tables;
        this.partners = partners;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public String arguments() {
        return "PARTNER import FILE [--dry-run] | PARTNER write FILE.csv | PARTNER sent ID… | PARTNER secret";
    }

    @Override
    public String help() {
        return "messages of another system as tables (police-110, province, petition-office), and its secret";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        List<String> words = arguments.stream().filter(a -> !a.equals(DRY_RUN)).toList();
        Optional<Partner> partner = words.size() < 2 ? Optional.empty() : partners.find(words.getFirst());
        if (partner.isEmpty()) {
            if (words.size() > 1) out.println("没有这个对方 no such partner: " + words.getFirst());
            return usage(out);
        }
        String code = words.getFirst();
        List<String> rest = words.subList(2, words.size());
        return switch (words.get(1)) {
            case "secret" -> {
                out.println(partners.shown(code, partner.get()));
                yield 0;
            }
            case "import" ->
                rest.size() == 1
                        ? load(code, partner.get(), Path.of(rest.getFirst()), arguments.contains(DRY_RUN), out)
                        : usage(out);
            case "write" -> rest.size() == 1 ? write(code, partner.get(), Path.of(rest.getFirst()), out) : usage(out);
            case "sent" -> sent(code, rest, out);
            default -> usage(out);
        };
    }

    private int load(String code, Partner partner, Path file, boolean dryRun, PrintStream out) throws IOException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("导入 import")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .build()) {
            ExchangeTables.Result r = tables.load(code, partner, file, dryRun, bar::stepBy);
            if (!r.unknown().isEmpty())
                out.println("不认识的列，没有读取 unknown columns, not read: " + String.join("、", r.unknown()));
            if (!r.unmapped().isEmpty()) {
                out.println("有值没有对应，什么也没有导入 values without a mapping, nothing was taken:");
                r.unmapped().forEach((value, n) -> out.printf("  %s × %d%n", value, n));
                return 2;
            }
            out.printf(
                    "行 rows %d, 新收 taken %d, 已有 known %d, 未能收件 rejected %d%n",
                    r.rows(), r.taken(), r.known(), r.unreadable());
            if (dryRun) out.println("以上是试运行的结果，什么也没有导入 a dry run, nothing was taken");
            return 0;
        } catch (BadInput e) {
            e.fields()
                    .forEach(f ->
                            out.println(messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA)));
            return 2;
        } catch (Busy e) {
            out.println("待办过多，请稍后再导入，已收的不会重复 too many wait: import it again later, nothing comes twice");
            return 1;
        }
    }

    private int write(String code, Partner partner, Path file, PrintStream out) throws IOException {
        List<UUID> written = tables.write(code, partner, file);
        if (written.isEmpty()) {
            out.println("没有待发的消息 nothing waits to be sent");
            return 0;
        }
        out.printf(
                "已写 written %d。送出后请登记 when it went, say so: ./shouwen exchange %s sent %s%n",
                written.size(), code, written.stream().map(UUID::toString).collect(Collectors.joining(" ")));
        return 0;
    }

    private int sent(String code, List<String> ids, PrintStream out) {
        List<UUID> all = ids.stream()
                .filter(i -> i.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
        int noted = tables.sent(code, all);
        out.printf("已登记 noted %d%n", noted);
        if (noted == ids.size()) return 0;
        out.println("其余没有待发的消息 the others do not wait: " + (ids.size() - noted));
        return 1;
    }

    private int usage(PrintStream out) {
        out.println("用法 usage: ./shouwen exchange " + arguments());
        return 2;
    }
}
