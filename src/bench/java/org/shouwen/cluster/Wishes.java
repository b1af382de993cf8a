package org.shouwen.cluster;

import java.util.List;

/**
 * What a trial is to do.
 *
 * @param seconds that it lasts at least
 * @param kills of members, cuts of lines
 * @param of kinds of members that are killed
 * @param majority seconds for which two of three etcd are away; 0: they are not
 * @param disk seconds for which the primary's disk is full; 0: it is not
 * @param roll whether each node is ended and started in turn before anything is killed
 * @param from class path of the version that the nodes run until then
 * @param seed of what is killed and cut when
 * @param standbys how many standbys a commit waits for
 * @param keep whether the folder stays
 */
record Wishes(
        int seconds,
        int kills,
        List<String> of,
        int cuts,
        int majority,
        int disk,
        boolean roll,
        String from,
        int seed,
        int standbys,
        boolean keep) {
    static final String WORDS = "[--seconds 60] [--kills 6] [--of KIND,…] [--cuts 5] [--majority 20] [--disk 0]"
            + " [--no-roll] [--from CLASSPATH] [--seed 1] [--standbys 1] [--keep]";

    static Wishes of(List<String> words) {
        int from = words.indexOf("--from");
        return new Wishes(
                number(words, "--seconds", 60),
                number(words, "--kills", 6),
                words.contains("--of") ? List.of(words.get(words.indexOf("--of") + 1).split(",")) : Faults.KILLS,
                number(words, "--cuts", 5),
                number(words, "--majority", 20),
                number(words, "--disk", 0),
                !words.contains("--no-roll"),
                from < 0 ? ProductNode.present() : words.get(from + 1),
                number(words, "--seed", 1),
                number(words, "--standbys", 1),
                words.contains("--keep"));
    }

    private static int number(List<String> words, String name, int otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }
}
