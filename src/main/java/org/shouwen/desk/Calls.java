package org.shouwen.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.identity.CallingNumber;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose telephone rings, told by the telephone system: the number comes onto the agent's screen without ever standing in
 * an address, and lies encrypted until the agent takes it, or for an hour or two when nobody does.
 */
@Service
@Transactional
public class Calls {
    /** Nobody lets it ring for longer. */
    static final Duration OFFERED = Duration.ofMinutes(3);

    /** Stands in {@code rang} for a number that was not sent. */
    public static final String WITHHELD = "-";

    private final Drafts drafts;
    private final Accounts accounts;
    private final InstantSource clock;

    Calls(Drafts drafts, Accounts accounts, InstantSource clock) {
        this.drafts = drafts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param id the same as long as it is the same call
     * @param caller a hint: the number may be withheld, or stand in a form that nobody can read
     */
    public record Ringing(String id, CallingNumber caller) {
        /** The whole number for the form; empty when there is none that can be read. */
        String number() {
            return caller.phone() == null ? "" : caller.phone().shown();
        }
    }

    /**
     * A call for an agent or dispatcher; one that rang before and was not taken is forgotten.
     *
     * @param phone as the telephone system sends it; whatever it is, the call rings
     * @throws BadInput when nobody who takes calls has the login
     */
    public void ring(@Nullable String login, @Nullable String phone) {
        Account agent = accounts.byLogin(Text.clean(login))
                .filter(a -> a.active()
                        && !a.signedIn().program()
                        && (a.roles().contains(Role.AGENT) || a.roles().contains(Role.DISPATCHER)))
                .orElseThrow(() -> new BadInput("agent", "problems.field.unknown", Text.clean(login)));
        drafts.ring(agent.id(), Map.of("key", UUID.randomUUID().toString(), "phone", sent(phone)));
    }

    /** A call that a telephone system has told the events of; its form has the call's id for its key. */
    void ring(UUID account, UUID call, CallingNumber number) {
        String phone = number.phone() == null ? number.raw() : number.phone().shown();
        drafts.ring(account, Map.of("key", call.toString(), "phone", phone));
    }

    /** Empty when nothing rings, or not any more. */
    @Transactional(readOnly = true)
    public Optional<Ringing> ringing(UUID account) {
        return drafts.in(
                        Drafts.Place.RINGING,
                        account,
                        Drafts.CALL,
                        clock.instant().minus(OFFERED))
                .map(call -> new Ringing(call.getOrDefault("key", ""), CallingNumber.of(call.get("phone"))));
    }

    /**
     * Begins a form with the number of a call; what was begun before is set aside and can be taken up again.
     *
     * @param id of the call that the agent saw; when another one rings meanwhile, or none, nothing is begun
     * @param typed what is in the form at this moment; empty when it is not open
     */
    public void take(UUID account, String id, Map<String, String> typed) {
        if (!typed.isEmpty()) drafts.save(account, typed);
        Optional<Ringing> ringing = ringing(account).filter(r -> r.id().equals(id));
        if (ringing.isEmpty()) return;
        String phone = ringing.get().number();
        String rang = phone.isEmpty() ? ringing.get().caller().raw() : phone;
        Map<String, String> call = Map.of("key", id, "phone", phone, "rang", rang.isEmpty() ? WITHHELD : rang);
        if (!phone.isEmpty() && phone.equals(drafts.open(account, Drafts.CALL).get("phone"))) {
            drafts.drop(account, call);
        } else {
            drafts.setAside(account);
            drafts.keep(account, call, Drafts.Place.OPEN);
        }
    }

    /** No longer than anything that is a number, with its address. */
    private static String sent(@Nullable String phone) {
        String head = phone == null ? "" : phone.substring(0, Math.min(phone.length(), 400));
        return head.replaceAll("\\p{Cntrl}", " ");
    }
}
