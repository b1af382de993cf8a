package org.shouwen.appeal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of an outcome that its digest is made of, in version 1: these properties in this order and no others, for
 * ever. What an outcome says beside them belongs to a later version of the digest.
 */
final class OutcomeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutcomeText() {}

    static String of(Disposition outcome) {
        return switch (outcome) {
            case Disposition.Answered o -> text("answered", "answer", o.answer());
            case Disposition.Ordered o
            when o.alsoTold() == null ->
                text("order", "title", o.title(), "content", o.content(), "urgentKind", o.urgentKind());
            case Disposition.Ordered o ->
                text(
                        "order",
                        "title",
                        o.title(),
                        "content",
                        o.content(),
                        "urgentKind",
                        o.urgentKind(),
                        "alsoTold",
                        o.alsoTold());
            case Disposition.Guided o -> text("guided", "target", o.target(), "words", o.words());
            case Disposition.Declined o -> text("declined", "ground", o.ground(), "reason", o.reason());
            case Disposition.Reminded o -> text("reminder", "order", Objects.toString(o.order(), ""), "text", o.text());
            case Disposition.Joined o -> text("joined", "order", Objects.toString(o.order(), ""));
            case Disposition.Settled o -> text("settled", "how", o.how());
            case Disposition.Pointed o -> text("pointed", "unit", o.unit(), "words", o.words());
        };
    }

    /** @param parts names and values in turn */
    private static String text(String type, @Nullable String... parts) {
        ObjectNode node = JSON.createObjectNode().put("type", type);
        for (int i = 0; i < parts.length; i += 2) node.put(Objects.requireNonNull(parts[i]), parts[i + 1]);
        return JSON.writeValueAsString(node);
    }
}
