package org.shouwen.workorder;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.Text;

/** Reads {@link Command.LeadOwn} as a form or a program sends it. */
public final class TypedLead {
    private TypedLead() {}

    /** @return null without a class of limit: the unit opens no order of its own */
    public static Command.@Nullable LeadOwn read(@Nullable String limitClass, @Nullable List<String> assisting) {
        String limit = Text.clean(limitClass);
        if (limit.isEmpty()) return null;
        List<String> codes = assisting == null ? List.of() : assisting;
        return new Command.LeadOwn(
                limit,
                codes.stream()
                        .map(Text::clean)
                        .filter(c -> !c.isEmpty())
                        .map(UnitId::new)
                        .toList());
    }
}
