package org.shouwen.starter;

import org.shouwen.appeal.Receipt;
import org.shouwen.regulation.Result;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Plainly invented appeals in every state, brought in through the doors, so that a newcomer finds a city at work. */
@Component
class DemonstrationAppeals {
    private static final CurrentUser AGENT = person("坐席 示例", null, Role.AGENT);
    private static final CurrentUser DISPATCHER = person("派单员 示例", null, Role.DISPATCHER);

    private final Intake intake;
    private final WorkOrders orders;
    private final InstantSource clock;

    DemonstrationAppeals(Intake intake, WorkOrders orders, InstantSource clock) {
        this.intake = intake;
        this.orders = orders;
        this.clock = clock;
    }

    /** @param file of the folder, such as {@code appeals.csv} */
    void load(String folder, String file) {
        Instant now = clock.instant();
        for (NamedCsvRecord row : StarterFiles.rows(folder, file)) {
            int daysAgo = Integer.parseInt(row.getField("days_ago"));
            Instant then = daysAgo == 0
                    ? now.minus(Duration.ofMinutes(row.getStartingLineNumber() * 3))
                    : now.atZone(Limits.ZONE)
                            .toLocalDate()
                            .minusDays(daysAgo)
                            .atTime(LocalTime.of(9, 40))
                            .atZone(Limits.ZONE)
                            .toInstant();
            appeal(row, then, now);
        }
    }

    private void appeal(NamedCsvRecord row, Instant then, Instant now) {
        NewAppeal appeal = new NewAppeal(
                row.getField("channel"),
                null,
                row.getField("kind"),
                row.getField("matter_class"),
                row.getField("place"),
                row.getField("location"),
                row.getField("happened_at"),
                row.getField("title"),
                row.getField("content"),
                "",
                false,
                false,
                Identity.of(row.getField("name"), row.getField("phone"), "", null),
                null,
                null);
        List<String> steps = Arrays.stream(row.getField("steps").split(" "))
                .filter(s -> !s.isEmpty())
                .toList();
        Origin origin = Origin.portal(null);
        if (steps.isEmpty()) {
            Past.at(then, () -> intake.submit(appeal, origin, Actor.APPELLANT));
            return;
        }
        String urgent = row.getField("urgent");
        String[] number = {""};
        Past.at(then, () -> {
            Disposition outcome = new Disposition.Ordered(null, null, urgent.isEmpty() ? null : urgent);
            if (!(intake.take(appeal, outcome, origin, AGENT) instanceof Result.Done<Receipt> done)) {
                throw new IllegalStateException("demonstration appeal refused: " + row.getField("title"));
            }
            number[0] = done.value().number();
        });
        Instant at = then;
        UnitId lead = new UnitId("");
        for (String step : steps.subList(1, steps.size())) {
            at = at.plus(step.startsWith("dispatch") ? Duration.ofMinutes(25) : Duration.ofHours(20));
            if (at.isAfter(now)) break;
            if (step.startsWith("dispatch:")) lead = new UnitId(step.split(":", -1)[1]);
            UnitId unit = lead;
            Instant moment = at;
            Past.at(
                    at,
                    () -> orders.act(number[0], command(step, moment), by(step, unit), null)
                            .orThrow());
        }
    }

    private static Command command(String step, Instant at) {
        if (step.startsWith("dispatch:")) {
            String[] parts = step.split(":", -1);
            List<UnitId> assisting = parts[2].isEmpty() ? List.of() : List.of(new UnitId(parts[2]));
            return new Command.Dispatch(new UnitId(parts[1]), assisting, parts[3]);
        }
        return switch (step) {
            case "receive" -> new Command.Receive();
            case "report" -> new Command.ReportOutcome(report(at), "配合部门已电话说明不涉及其职责");
            case "accept" -> new Command.Accept("材料齐全，情况属实。");
            case "rework" -> new Command.SendBack("未写明现场情况，请补充后重报。");
            default -> throw new IllegalStateException("no such step: " + step);
        };
    }

    private static Report report(Instant at) {
        return new Report(
                "分管领导当日听取汇报，要求到现场核实。",
                "工作人员到现场查看，并与诉求人当面核对。",
                "问题已处理，恢复正常。",
                "诉求人表示知晓，对处理结果认可。",
                at.minus(Duration.ofHours(1)),
                "电话",
                true,
                false,
                null);
    }

    private static CurrentUser by(String step, UnitId lead) {
        return switch (step) {
            case "receive", "report" -> person("承办单位 示例", lead.code(), Role.UNIT_DESK);
            default -> DISPATCHER;
        };
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                name,
                unit,
                null,
                Set.of(role));
    }
}
