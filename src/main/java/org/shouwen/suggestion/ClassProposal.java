package org.shouwen.suggestion;

import java.util.List;

/**
 * A class that the machine proposes; a person decides (ruling 16).
 *
 * @param category code or name of the class
 * @param probability 0 to 1; of the proposals at 0.9 about nine in ten are right
 * @param reason parts of the message that speak for the class, strongest first; may be empty
 */
public record ClassProposal(String category, double probability, List<String> reason) {
    /** From this probability on a proposal is filled in and marked as proposed. */
    public static final double SURE = 0.9;

    public ClassProposal {
        reason = List.copyOf(reason);
    }
}
