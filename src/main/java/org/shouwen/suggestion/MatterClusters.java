package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups messages by matter as they come. A message joins the group with which it is linked closely enough as a whole;
 * groups that turn out to be one are joined. Not for many threads.
 */
final class MatterClusters {
    /** From here on two messages are linked. */
    private static final double LINK = 0.6;

    /** Mean probability with the members of a group, so that one chance link joins nothing. */
    private static final double BELONGS = 0.3;

    /** So many of the newest members stand for a group. */
    private static final int REPRESENTATIVES = 12;

    private final PairModel model = PairModel.shipped();
    private final Map<Integer, Group> groupOf = new HashMap<>();

    /** Messages about one matter, in order of arrival. */
    static final class Group {
        private final List<MatterText> members = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private boolean warned;

        List<MatterText> members() {
            return members;
        }

        boolean isWarned() {
            return warned;
        }

        void warn() {
            warned = true;
        }

        /** How many different senders wrote from {@code day} on; each message without a sender counts as one. */
        long sendersSince(long day) {
            return members.stream()
                    .filter(m -> m.day() >= day)
                    .map(m -> m.sender().isEmpty() ? "message " + m.message() : "sender " + m.sender())
                    .distinct()
                    .count();
        }
    }

    /**
     * Puts a message into a group, perhaps one of its own.
     *
     * @param number its number among all messages
     * @param candidates earlier messages, with their probability of being about the same matter
     */
    Group add(int number, MatterText text, List<SameMatter.Candidate> candidates, TermFrequencies frequencies) {
        Set<Group> linked = candidates.stream()
                .filter(c -> c.probability() >= LINK)
                .map(c -> groupOf.get(c.number()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Group, Double> belonging = new HashMap<>();
        for (Group group : linked) belonging.put(group, mean(List.of(text), group.members, frequencies));
        List<Group> near = linked.stream()
                .filter(g -> belonging.getOrDefault(g, 0.0) >= BELONGS)
                .sorted(Comparator.comparingDouble((Group g) -> -belonging.getOrDefault(g, 0.0)))
                .toList();
        Group home = near.isEmpty() ? new Group() : near.getFirst();
        for (Group other : near)
            if (other != home && mean(home.members, other.members, frequencies) >= BELONGS) home = join(home, other);
        home.members.add(text);
        home.numbers.add(number);
        groupOf.put(number, home);
        return home;
    }

    private double mean(List<MatterText> some, List<MatterText> others, TermFrequencies frequencies) {
        double sum = 0;
        int pairs = 0;
        for (MatterText one : newest(some))
            for (MatterText other : newest(others)) {
                sum += model.probability(one, other, frequencies);
                pairs++;
            }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static List<MatterText> newest(List<MatterText> members) {
        return members.subList(Math.max(0, members.size() - REPRESENTATIVES), members.size());
    }

    /** The group that is warned of takes the other in, so that its warning grows; else the larger the smaller. */
    private Group join(Group one, Group other) {
        boolean larger = one.members.size() >= other.members.size();
        Group into = one.warned == other.warned ? (larger ? one : other) : one.warned ? one : other;
        Group from = into == one ? other : one;
        into.members.addAll(from.members);
        into.numbers.addAll(from.numbers);
        for (int number : from.numbers) groupOf.put(number, into);
        from.members.clear();
        from.numbers.clear();
        return into;
    }
}
