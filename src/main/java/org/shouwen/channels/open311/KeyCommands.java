package org.shouwen.channels.open311;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.cli.CliCommand;
import org.springframework.stereotype.Component;

/** {@code open311 key}: gives a program a key to post with, takes it away again, or lists who has one. */
@Component
class KeyCommands implements CliCommand {
    private static final int PER_MINUTE = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ApiKeys keys;

    KeyCommands(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "open311 key";
    }

    @Override
    public String arguments() {
        return "issue NAME CONTACT [PER-MINUTE] | revoke NAME | list";
    }

    @Override
    public String help() {
        return "keys with which programs post over Open311; a new one is shown once";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        String act = arguments.isEmpty() ? "" : arguments.getFirst();
        if (act.equals("issue") && (arguments.size() == 3 || arguments.size() == 4)) {
            String perMinute = arguments.size() == 4 ? arguments.get(3) : "" + PER_MINUTE;
            if (!perMinute.matches("[1-9]\\d{0,3}")) return usage(out);
            out.println(keys.issue(arguments.get(1), arguments.get(2), Integer.parseInt(perMinute)));
            return 0;
        }
        if (act.equals("revoke") && arguments.size() == 2) {
            boolean there = keys.revoke(arguments.get(1));
            out.println(there ? "已撤销 revoked" : "没有这个名称的有效密钥 no key of this name holds");
            return there ? 0 : 1;
        }
        if (!act.equals("list")) return usage(out);
        for (ApiKeys.Listed k : keys.all())
            out.printf(
                    "%s\t%s\t%d/min\t%s%s%n",
                    k.name(),
                    k.contact(),
                    k.perMinute(),
                    time(k.issuedAt()),
                    k.revokedAt() == null ? "" : "\t已撤销 revoked " + time(k.revokedAt()));
        return 0;
    }

    /** As people here read it. */
    private static String time(Instant at) {
        return TIME.format(at.atZone(Limits.ZONE));
    }

    private int usage(PrintStream out) {
        out.println("用法 usage: ./shouwen open311 key " + arguments());
        return 2;
    }
}
