package org.shouwen.channels.open311;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.PublicMatter;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.channels.open311.Service.Lists;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.FeedPlaces;
import org.shouwen.history.FollowedFeed;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the public copies as the appeals are by now, following the journal; what must be secret goes at once (Art. 21). */
@Component
@Basis({Clause.A2, Clause.A21})
class Publication implements Job {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FollowedFeed feed;
    private final PublicMatters matters;
    private final ServiceStore services;
    private final RequestStore store;
    private final Directory directory;

    Publication(
            ChangeFeed feed,
            PublicMatters matters,
            ServiceStore services,
            RequestStore store,
            Directory directory,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.matters = matters;
        this.services = services;
        this.store = store;
        this.directory = directory;
        this.feed = new FollowedFeed(feed, new FeedPlaces(jdbc, "open311.feed"), transaction);
    }

    @Override
    public String name() {
        return "open311-publication";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        feed.catchUp(subjects -> {
            // a city that never published a service has nothing to bring
            if (services.changed().isPresent()) bring(subjects);
        });
    }

    private void bring(Map<String, Set<UUID>> subjects) {
        Set<UUID> appeals = new HashSet<>();
        subjects.forEach((kind, ids) -> appeals.addAll(matters.concerned(kind, ids)));
        for (PublicMatter m : matters.of(appeals)) bring(m);
    }

    private void bring(PublicMatter m) {
        Optional<PublicRequest> there = store.ofAppeal(m.appeal());
        Service service = service(m, there.orElse(null));
        if (there.isEmpty() && (service == null || service.lists() != Lists.ALL || m.withheld())) return;
        PublicRequest before = there.orElseGet(() -> blank(m));
        store.put(copy(m, before, service));
    }

    /** Of its class now; as it was posted while the desk has given it none. Null: of nothing that is published. */
    private @Nullable Service service(PublicMatter m, @Nullable PublicRequest there) {
        Optional<Service> of = m.matterClass() == null && there != null
                ? services.find(there.service())
                : services.ofClass(m.matterClass());
        return of.orElse(null);
    }

    private static PublicRequest blank(PublicMatter m) {
        return new PublicRequest(
                code("SR"),
                null,
                m.appeal(),
                "",
                null,
                false,
                true,
                "",
                "",
                null,
                null,
                m.receivedAt(),
                m.receivedAt(),
                null);
    }

    private PublicRequest copy(PublicMatter m, PublicRequest before, @Nullable Service service) {
        boolean known = service != null && service.type() != Service.Type.BLACKBOX && !m.withheld();
        boolean told = before.token() == null || !m.outcome().isEmpty();
        boolean posted = before.postedBy() != null;
        boolean waits = service != null
                && service.type() == Service.Type.BATCH
                && m.outcome().isEmpty();
        boolean all = service != null && service.lists() == Lists.ALL;
        return new PublicRequest(
                before.id(),
                before.token(),
                before.appeal(),
                service == null ? before.service() : service.code(),
                before.postedBy(),
                known && told && !waits && (posted || all),
                !m.closed(),
                m.outcome(),
                m.unit() == null ? "" : directory.name(m.unit()),
                town(m.place()),
                before.position(),
                before.requestedAt(),
                updated(m, before),
                m.dueAt());
    }

    private static Instant updated(PublicMatter m, PublicRequest before) {
        return m.changedAt().isBefore(before.requestedAt()) ? before.requestedAt() : m.changedAt();
    }

    /** A village or a community has so few homes that it may tell who it is. */
    private @Nullable String town(@Nullable String code) {
        Place place = directory.place(code).orElse(null);
        while (place != null && place.level() == Place.Level.VILLAGE)
            place = directory.place(place.parent()).orElse(null);
        return place == null ? null : place.code();
    }

    /** Says nothing of when or how many. */
    static String code(String mark) {
        StringBuilder code = new StringBuilder(mark);
        for (int i = 0; i < 12; i++) code.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        return code.toString();
    }
}
