package org.shouwen.cluster;

import java.util.List;

/**
 * What befalls the cluster at one moment: members that are killed, or lines that are cut.
 *
 * @param kind by which gaps are counted
 * @param how a cut line behaves; WHOLE where members are killed
 */
record Fault(String kind, List<Member> killed, List<Wire> cut, Wire.State how) {
    static Fault kill(String kind, List<? extends Member> members) {
        return new Fault(kind, List.copyOf(members), List.of(), Wire.State.WHOLE);
    }

    static Fault cut(String kind, List<Wire> wires, Wire.State how) {
        return new Fault(kind, List.of(), List.copyOf(wires), how);
    }

    /** Whether another database must become primary before it is over. */
    boolean takesPrimary() {
        return kind.equals("primary") || kind.equals("uneven");
    }

    @Override
    public String toString() {
        return cut.isEmpty() ? "kill -9 " + killed : (how == Wire.State.RESET ? "cut " : "silence ") + cut;
    }
}
