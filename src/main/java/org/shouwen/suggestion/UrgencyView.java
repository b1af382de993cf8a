package org.shouwen.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Edition;

/**
 * What an answer of the API says of urgency (Art. 8.3, 17), so that whoever sent the appeal can tell the person at once.
 *
 * @param kind {@code danger} when life is in danger, an urgent kind of the edition, or {@code none}
 * @param name the urgent kind's name; null for danger and none
 * @param words the part of the text that speaks for it
 * @param call whom to call, the one that fits first; empty when nothing urgent was found
 */
public record UrgencyView(String kind, @Nullable String name, String words, List<Call> call) {
    /** @param tell what to say to the person */
    public record Call(String code, String name, List<String> numbers, String tell) {}

    public static UrgencyView of(Urgency u) {
        Edition.UrgentKind kind = u.kind();
        return new UrgencyView(
                u.judgement().kind(),
                kind == null ? null : kind.name(),
                u.judgement().words(),
                u.call().stream()
                        .map(t -> new Call(t.code(), t.name(), t.numbers(), t.tell()))
                        .toList());
    }
}
