package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Makes further sentences of an example: some that are alarms as it is, and some in which it is past, settled, supposed or
 * fenced off ({@code suggestion/turns.yaml}). Which ones an example gets depends on its place alone.
 */
final class UrgencyTurns {
    /** A way to say an example; {@code kinds} are those it suits, all when empty. */
    private record Turn(String form, List<String> kinds) {
        boolean suits(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    private final List<Turn> keeping;
    private final List<Turn> quieting;

    UrgencyTurns(JsonNode file) {
        keeping = turns(file.path("keep"));
        quieting = turns(file.path("quiet"));
    }

    private static List<Turn> turns(JsonNode list) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode n : list) {
            List<String> kinds = new ArrayList<>();
            for (JsonNode k : n.path("kinds")) kinds.add(k.asString());
            turns.add(new Turn(n.path("form").asString(), kinds));
        }
        return turns;
    }

    /** The example said in another way that is still an alarm. */
    String kept(String text, String kind, int place) {
        return said(keeping, text, kind, place);
    }

    /** The example said in a way that is none. */
    String quieted(String text, String kind, int place) {
        return said(quieting, text, kind, place);
    }

    private static String said(List<Turn> turns, String text, String kind, int place) {
        List<Turn> suited = turns.stream().filter(t -> t.suits(kind)).toList();
        String bare = text.replaceAll("[。！!？?，,]+$", "");
        return suited.get(place % suited.size()).form().replace("X", bare);
    }
}
