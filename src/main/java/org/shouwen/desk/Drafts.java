package org.shouwen.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an officer has typed and not sent yet: outlives a reload, another machine and the end of the session. Each form
 * is kept under its own {@code key}, so that none ever takes the place of another, whatever comes late.
 */
@Service
@Transactional
public class Drafts {
    /** The {@code subject} of a form for a call; of an appeal's it is the appeal's number. */
    public static final String CALL = "";

    /** Where a form lies. */
    public enum Place {
        /** On the screen, or it was when it was last seen. */
        OPEN,
        /** A call came between. */
        ASIDE,
        /** The officer cleared it; it can be taken back for a day. */
        CLEARED,
        /** Not begun: the number of a call that rings. */
        RINGING,
        /** It has become an appeal: its words are gone, and what is still on its way to be kept comes too late. */
        SENT
    }

    private static final UUID NONE = new UUID(0, 0);

    private final DraftStore store;

    Drafts(DraftStore store) {
        this.store = store;
    }

    /** Whether a form has a key that it can be kept under. */
    public static boolean ours(Map<String, String> form) {
        return DraftForm.key(form).isPresent();
    }

    /** Whether there is anything in a form but what stands there of itself. */
    public static boolean says(Map<String, String> form) {
        return DraftForm.says(form);
    }

    /**
     * Keeps what is in a form now, wherever the form lies. What was typed before what is kept already comes late and is
     * not kept any more; what was typed into a form after it was sent is a form of its own and lies aside.
     *
     * @return under which key
     * @throws BadInput when it is none of our forms
     */
    public UUID save(UUID account, Map<String, String> form) {
        return keep(account, form, null);
    }

    /** Keeps a form in a place; one in which nothing was said, and nobody called, is not kept. */
    public void put(UUID account, Map<String, String> form, Place place) {
        if (DraftForm.says(form) || !form.getOrDefault("rang", "").isBlank()) keep(account, form, place);
        else drop(account, form);
        if (place == Place.CLEARED && DraftForm.subject(form).equals(CALL)) setAside(account);
    }

    /** @param place null: where it is, or open when it is nowhere yet */
    UUID keep(UUID account, Map<String, String> form, @Nullable Place place) {
        UUID key = DraftForm.key(form)
                .orElseThrow(() -> new BadInput("key", "problems.field.unknown", form.getOrDefault("key", "")));
        Optional<DraftStore.Kept> there = store.kept(account, key);
        if (there.isEmpty()) {
            store.write(account, key, form, place, true);
            return key;
        }
        DraftStore.Kept kept = there.get();
        boolean earlier = DraftForm.typedAt(form) < kept.typedAt();
        if (kept.place() == Place.SENT) {
            if (DraftForm.typedAt(form) <= kept.typedAt()) return key;
            boolean first = store.kept(account, DraftForm.after(key)).isEmpty();
            return anew(account, form, DraftForm.after(key), place == null && first ? Place.ASIDE : place);
        }
        if (earlier && place != null && !form.equals(kept.fields()))
            return anew(account, form, UUID.randomUUID(), place); // another window has gone on with the same form
        if (!earlier && !form.equals(kept.fields()))
            store.write(account, key, form, place, DraftForm.typedAt(form) > kept.typedAt());
        else if (place != null) store.move(account, key, place);
        return key;
    }

    private UUID anew(UUID account, Map<String, String> form, UUID key, @Nullable Place place) {
        Map<String, String> own = new LinkedHashMap<>(form);
        own.put("key", key.toString());
        return keep(account, own, place);
    }

    /** The form that is open, last kept first; empty when there is none. */
    @Transactional(readOnly = true)
    public Map<String, String> open(UUID account, String subject) {
        return in(Place.OPEN, account, subject, Instant.EPOCH).orElseGet(LinkedHashMap::new);
    }

    /** The form in a place that was kept there last. */
    @Transactional(readOnly = true)
    Optional<Map<String, String>> in(Place place, UUID account, String subject, Instant since) {
        return store.forms(place, account, subject, since).stream().findFirst();
    }

    /** A call that rings takes the place of one that rang before. */
    void ring(UUID account, Map<String, String> call) {
        store.dropRinging(account);
        keep(account, call, Place.RINGING);
    }

    /** Whether a form lies in a place. */
    @Transactional(readOnly = true)
    public boolean any(Place place, UUID account, String subject) {
        return !store.keys(place, account, subject, NONE).isEmpty();
    }

    /** What is open for a call goes aside, so that the next one finds nothing of another; a call that hung up is let go. */
    void setAside(UUID account) {
        for (Map<String, String> form : store.forms(Place.OPEN, account, CALL, Instant.EPOCH)) {
            if (DraftForm.says(form)) DraftForm.key(form).ifPresent(key -> store.move(account, key, Place.ASIDE));
            else drop(account, form);
        }
    }

    /** The form that has been aside for longest is open again and what is on the screen goes aside, so that all come round. */
    public void takeUp(UUID account, Map<String, String> typed) {
        List<UUID> aside = keys(Place.ASIDE, account, typed);
        if (exchanged(account, typed, Place.ASIDE, aside)) store.move(account, aside.getLast(), Place.OPEN);
    }

    /**
     * What was cleared is there again. What is on the screen goes aside for it; about an appeal it goes where the cleared
     * was, and there all come round, for something stands in such a form of itself.
     */
    public void takeBack(UUID account, Map<String, String> typed) {
        boolean call = DraftForm.subject(typed).equals(CALL);
        List<UUID> cleared = keys(Place.CLEARED, account, typed);
        if (exchanged(account, typed, call ? Place.ASIDE : Place.CLEARED, cleared))
            store.move(account, call ? cleared.getFirst() : cleared.getLast(), Place.OPEN);
    }

    /** Not when there is nothing to exchange it for, nor a second time for one that lies there already. */
    private boolean exchanged(UUID account, Map<String, String> typed, Place place, List<UUID> against) {
        boolean again = store.kept(account, DraftForm.key(typed).orElse(NONE))
                .map(DraftStore.Kept::place)
                .filter(place::equals)
                .isPresent();
        put(account, typed, again || !against.isEmpty() ? place : Place.OPEN);
        return !again && !against.isEmpty();
    }

    /** Of all others about the same, last kept first. */
    private List<UUID> keys(Place place, UUID account, Map<String, String> but) {
        return store.keys(
                place, account, DraftForm.subject(but), DraftForm.key(but).orElse(NONE));
    }

    /**
     * A form that has become an appeal, or has decided one; of its words nothing stays. What else is open for a call goes
     * aside; what else was typed about the appeal is of no use any more.
     */
    public void sent(UUID account, String subject, Map<String, String> form) {
        DraftForm.key(form).ifPresent(key -> sent(account, key, subject, form));
        if (subject.equals(CALL)) {
            setAside(account);
        } else {
            for (Place place : Place.values())
                for (Map<String, String> other : store.forms(place, account, subject, Instant.EPOCH))
                    DraftForm.key(other).ifPresent(key -> sent(account, key, subject, other));
        }
    }

    private void sent(UUID account, UUID key, String subject, Map<String, String> form) {
        Optional<DraftStore.Kept> there = store.kept(account, key);
        if (there.isPresent()
                && there.get().place() != Place.SENT
                && there.get().typedAt() > DraftForm.typedAt(form))
            anew(account, there.get().fields(), DraftForm.after(key), Place.ASIDE);
        boolean before = there.isPresent() && there.get().place() == Place.SENT;
        long at = Math.max(DraftForm.typedAt(form), before ? there.get().typedAt() : 0);
        Map<String, String> mark = Map.of("key", key.toString(), "subject", subject, "typedAt", Long.toString(at));
        store.write(account, key, mark, Place.SENT, true);
    }

    void drop(UUID account, Map<String, String> form) {
        store.drop(account, DraftForm.key(form).orElse(NONE));
    }
}
