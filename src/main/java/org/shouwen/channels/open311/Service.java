package org.shouwen.channels.open311;

import java.time.Instant;
import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * A kind of request that the city publishes: what can be posted, and what may be read of it.
 *
 * @param kind code of the edition's kinds (Art. 7)
 * @param matterClass code of the directory's classes of matter
 * @param agency whether the unit in charge is named
 * @param attributes what is asked besides, in the order of the form
 */
@Pure
public record Service(
        String code,
        String name,
        String description,
        List<String> keywords,
        String group,
        Type type,
        String kind,
        String matterClass,
        Lists lists,
        PublicPlace place,
        boolean agency,
        List<Attribute> attributes,
        Instant changedAt) {
    public Service {
        keywords = List.copyOf(keywords);
        attributes = List.copyOf(attributes);
    }

    /** When whoever posts learns the request's id. */
    public enum Type {
        /** At once. */
        REALTIME,
        /** A token at once, the id when an officer has decided on the appeal. */
        BATCH,
        /** Never: the request is in no list. */
        BLACKBOX
    }

    /** Which appeals of the class are public. */
    public enum Lists {
        /** Those that were posted here. */
        POSTED,
        /** Those of every channel. */
        ALL
    }

    /** How exactly it is said where. */
    public enum PublicPlace {
        /** As it was posted: for lamps and bins, not for homes. */
        EXACT,
        /** To about a kilometre, and the town. */
        COARSE,
        /** Not at all. */
        NONE
    }

    public enum Datatype {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST;

        boolean list() {
            return this == SINGLEVALUELIST || this == MULTIVALUELIST;
        }
    }

    /** One of the answers that can be chosen. */
    public record Value(String key, String name) {}

    /**
     * @param variable false: words to read, nothing to answer
     * @param help how to answer
     * @param values empty where it is no list
     */
    public record Attribute(
            String code,
            boolean variable,
            Datatype datatype,
            boolean required,
            String help,
            String description,
            List<Value> values) {
        public Attribute {
            values = List.copyOf(values);
        }
    }
}
