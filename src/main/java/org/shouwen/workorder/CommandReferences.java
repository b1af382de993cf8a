package org.shouwen.workorder;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Component;

/** Holds what a command names against the directory: units that are there and active, sections and officers of the unit. */
@Component
class CommandReferences {
    private final Directory directory;

    CommandReferences(Directory directory) {
        this.directory = directory;
    }

    /** @throws BadInput naming the field */
    void check(Command command, OrderRow row) {
        switch (command) {
            case Command.Dispatch c -> {
                unit("lead", c.lead());
                for (UnitId assisting : c.assisting()) unit("assisting", assisting);
            }
            case Command.LeadOwn c -> {
                for (UnitId assisting : c.assisting()) unit("assisting", assisting);
            }
            case Command.GrantReturn c -> unit("lead", c.lead());
            case Command.DispatchElsewhere c -> unit("lead", c.lead());
            case Command.CorrectMatter(MatterHeading h, String reason) -> {
                if (h.matterClass() != null
                        && directory.matterClass(h.matterClass()).isEmpty())
                    throw new BadInput("matterClass", "problems.field.unknown", h.matterClass());
            }
            case Command.NameAccused c -> {
                if (c.unit() != null && directory.unit(c.unit()).isEmpty())
                    throw new BadInput(
                            "unit", "workorder.bad.no-such-unit", c.unit().code());
            }
            case Command.Assign c -> {
                assign(c.section(), c.officer(), row.order().dutyOrNull());
                Optional<Officer> officer = c.officer() == null ? Optional.empty() : directory.officer(c.officer());
                if (officer.filter(o -> row.shield().accuses(o.name())).isPresent())
                    throw new BadInput("officer", "workorder.bad.accused-officer");
            }
            case Command.Receive _,
                    Command.Note _,
                    Command.Attach _,
                    Command.Contact _,
                    Command.Contribute _,
                    Command.ReportOutcome _,
                    Command.RemindPart _,
                    Command.AskExtension _,
                    Command.GrantExtension _,
                    Command.RefuseExtension _,
                    Command.AskReturn _,
                    Command.RefuseReturn _,
                    Command.RaiseUrgency _,
                    Command.Phone _,
                    Command.ArriveOnSite _,
                    Command.RestoreNormal _,
                    Command.Accept _,
                    Command.SendBack _,
                    Command.Reopen _,
                    Command.Reclassify _,
                    Command.Remind _,
                    Command.Join _,
                    Command.Separate _,
                    Command.KeepSecret _,
                    Command.Permit _,
                    Command.Recall _,
                    Command.AskIntake _,
                    Command.AnswerIntake _,
                    Command.Tick _,
                    Command.Recalculate _ -> {}
        }
    }

    private void unit(String field, UnitId id) {
        if (directory.unit(id).isEmpty()) throw new BadInput(field, "workorder.bad.no-such-unit", id.code());
        if (!directory.unit(id).get().active()) throw new BadInput(field, "workorder.bad.unit-inactive", id.code());
    }

    private void assign(@Nullable UUID section, @Nullable UUID officer, @Nullable Assignment duty) {
        if (duty == null) return;
        if (section != null
                && directory
                        .section(section)
                        .filter(s -> s.unit().equals(duty.lead()))
                        .isEmpty()) {
            throw new BadInput("section", "workorder.bad.no-such-section");
        }
        if (officer != null
                && directory
                        .officer(officer)
                        .filter(o -> o.unit().equals(duty.lead()) && o.active())
                        .isEmpty()) {
            throw new BadInput("officer", "workorder.bad.no-such-officer");
        }
    }
}
