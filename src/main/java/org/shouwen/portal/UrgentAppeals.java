package org.shouwen.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealContent;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.appeal.Salvaged;
import org.shouwen.appeal.UncheckedAppeal;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Result;
import org.springframework.stereotype.Service;

/**
 * Takes a citizen's words that tell of danger, the moment they arrive and whatever is wrong with the form around them
 * (Art. 8.3). The same words sent again make no second appeal; other words under the same form are added to the first.
 */
@Service
@Basis(Clause.A8_3)
public class UrgentAppeals {
    private static final int ADDITION = 2_000;

    /** A form as it was typed, unchecked; never logged. */
    public record Typed(
            @Nullable String kind,
            @Nullable String place,
            @Nullable String location,
            @Nullable String happenedAt,
            @Nullable String title,
            @Nullable String content,
            @Nullable String wants,
            boolean enterprise,
            boolean secret,
            @Nullable String accused,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {
        @Override
        public String toString() {
            return "Typed[…]";
        }

        private UncheckedAppeal unchecked(String ip) {
            return new UncheckedAppeal(
                    "web",
                    null,
                    kind,
                    null,
                    place,
                    location,
                    happenedAt,
                    title,
                    content,
                    wants,
                    enterprise,
                    secret,
                    accused,
                    name,
                    phone,
                    address,
                    null,
                    null,
                    null,
                    ip);
        }

        private String all() {
            return String.join(
                    "\n",
                    Text.clean(kind),
                    Text.clean(place),
                    Text.clean(location),
                    Text.clean(happenedAt),
                    Text.clean(title),
                    Text.clean(content),
                    Text.clean(wants),
                    Text.clean(accused),
                    Text.clean(name),
                    Text.clean(phone));
        }
    }

    /**
     * What came of it.
     *
     * @param again the same words had been taken before
     * @param left fields that could not be taken as they were typed
     */
    public record Taken(UUID appeal, String number, String code, boolean again, List<String> left) {}

    private final Intake intake;
    private final OwnAppeals own;
    private final Directory directory;
    private final Editions editions;
    private final InstantSource clock;

    UrgentAppeals(Intake intake, OwnAppeals own, Directory directory, Editions editions, InstantSource clock) {
        this.intake = intake;
        this.own = own;
        this.directory = directory;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * @param key the form's idempotency key; what is none is left out
     * @param secret what makes a key where the form has none, such as the session's id; null: each sending is its own
     * @param before what came of this form earlier in the same session; null when nothing did
     * @throws org.shouwen.problems.Busy when too many wait
     */
    public Taken take(Typed typed, String ip, @Nullable String key, @Nullable String secret, @Nullable Taken before) {
        Edition edition = editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
        Salvaged.Known known = new Salvaged.Known(p -> directory.place(p).isPresent(), _ -> false);
        Salvaged s = Salvaged.of(typed.unchecked(ip), "web", edition, known, clock.instant());
        String given = Text.clean(key);
        boolean fits = !given.isEmpty() && given.length() <= 200;
        String first = fits ? given : secret == null ? null : derived(secret, typed);
        try {
            return taken(intake.submit(s.appeal(), Origin.portal(first), Actor.APPELLANT), s.left());
        } catch (BadInput e) {
            if (first == null || !e.fields().getFirst().field().equals("Idempotency-Key")) throw e;
            Optional<Taken> added = before == null ? Optional.empty() : add(typed, s, before);
            return added.orElseGet(() ->
                    taken(intake.submit(s.appeal(), Origin.portal(derived(first, typed)), Actor.APPELLANT), s.left()));
        }
    }

    /** The person went back, wrote more and sent the form again: what is new is added to what was taken. */
    private Optional<Taken> add(Typed typed, Salvaged s, Taken before) {
        WorkOrderNumber number = new WorkOrderNumber(before.number());
        Optional<Appeal> found = own.find(number, before.code());
        if (found.isEmpty()) return Optional.empty();
        AppealContent w = found.get().words();
        List<String> more = new ArrayList<>();
        news(more, "", typed.content(), w.content());
        news(more, "希望：", typed.wants(), w.wants());
        news(more, "具体位置：", typed.location(), w.location());
        news(more, "时间：", typed.happenedAt(), w.happenedAt());
        news(more, "被反映的单位或人员：", typed.accused(), w.accused());
        if (before.left().contains("phone")) news(more, "电话：", typed.phone(), "");
        String text = String.join("\n", more);
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + ADDITION);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
            String part = text.substring(at, end);
            if (!part.isBlank() && own.add(number, before.code(), part) instanceof Result.No<?>)
                return Optional.empty();
            at = end;
        }
        return Optional.of(new Taken(before.appeal(), before.number(), before.code(), true, s.left()));
    }

    private static void news(List<String> more, String name, @Nullable String typed, String there) {
        String text = Text.clean(typed);
        if (!text.isEmpty() && !text.equals(there)) more.add(name + text);
    }

    private static Taken taken(Receipt r, List<String> left) {
        return new Taken(r.id(), r.number(), r.code(), r.again(), left);
    }

    private static String derived(String from, Typed typed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((from + "\n" + typed.all()).getBytes(StandardCharsets.UTF_8));
            return "danger:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
