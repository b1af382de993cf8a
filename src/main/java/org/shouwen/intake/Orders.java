package org.shouwen.intake;

import java.util.function.UnaryOperator;
import org.shouwen.workorder.Matter;

/** What a unit gets to read of an appeal: the officer's words or the appellant's, without the appellant's name and number. */
final class Orders {
    private Orders() {}

    static Matter matter(Words w, Outcome.Ordered o, UnaryOperator<String> scrub) {
        String title = o.title() == null ? w.title() : o.title();
        String content = o.content() == null ? w.content() : o.content();
        String wants = w.wants().isEmpty() ? "" : "\n诉求：" + w.wants();
        return new Matter(
                scrub.apply(title),
                scrub.apply(content + wants),
                w.kind(),
                w.matterClass(),
                w.place(),
                scrub.apply(w.location()),
                w.happenedAt(),
                o.urgentKind());
    }

    /** What goes into the order that an outcome makes; a joined appeal goes in its own words. */
    static Outcome.Ordered ordered(Words words, Outcome outcome) {
        return outcome instanceof Outcome.Ordered o ? o : new Outcome.Ordered(null, null, null);
    }

    static String reminderText(Outcome.Reminded r) {
        return r.text() == null || r.text().isBlank() ? "诉求人催办" : r.text();
    }
}
