package org.shouwen.appeal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Service;

/**
 * Takes what officers' programs bring when its words tell of danger, whatever is wrong with the fields and the outcome
 * around them (Art. 8.3): it waits on the desk's queue with its alarm, and nothing that was sent is lost.
 */
@Service
@Basis(Clause.A8_3)
public class DangerIntake {
    /** @param left names of the fields that could not be taken as they were sent, and {@code outcome} for the decision */
    public record Taken(Receipt receipt, List<String> left) {}

    private final Intake intake;
    private final Directory directory;
    private final Editions editions;
    private final InstantSource clock;

    DangerIntake(Intake intake, Directory directory, Editions editions, InstantSource clock) {
        this.intake = intake;
        this.directory = directory;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * @param key the request's idempotency key; one that is too long, or that other words have used, is made anew
     * @param refused why it was not taken as it was sent: a {@link BadInput}, or the refusal of its outcome
     * @throws org.shouwen.problems.Busy when too many wait
     */
    public Taken take(UncheckedAppeal sent, @Nullable String key, RuntimeException refused, CurrentUser by) {
        Instant now = clock.instant();
        Edition edition = editions.current(now.atZone(Limits.ZONE).toLocalDate());
        Salvaged.Known known = new Salvaged.Known(
                p -> directory.place(p).isPresent(),
                c -> directory.matterClass(c).isPresent());
        Salvaged s = Salvaged.of(sent, "phone", edition, known, now);
        List<String> left = new ArrayList<>(
                refused instanceof BadInput bad
                        ? bad.fields().stream().map(BadInput.Field::field).toList()
                        : List.of("outcome"));
        if (s.left().contains("long")) left.add("long");
        String given = Text.clean(key);
        if (given.isEmpty())
            return new Taken(intake.submit(s.appeal(), Origin.of(by, null), by.actor(), by.unit()), left);
        try {
            String fits = given.length() <= 200 ? given : derived(given, s);
            return new Taken(intake.submit(s.appeal(), Origin.of(by, fits), by.actor(), by.unit()), left);
        } catch (BadInput e) { // the key belongs to other words
            Origin other = Origin.of(by, derived(given, s));
            return new Taken(intake.submit(s.appeal(), other, by.actor(), by.unit()), left);
        }
    }

    private static String derived(String key, Salvaged s) {
        NewAppeal a = s.appeal();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", key, a.title(), a.content(), a.wants(), a.location(), a.note())
                            .getBytes(StandardCharsets.UTF_8));
            return "danger:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
