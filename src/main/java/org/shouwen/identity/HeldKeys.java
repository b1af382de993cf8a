package org.shouwen.identity;

import java.time.Duration;
import org.shouwen.jobs.EveryNodeJob;
import org.shouwen.jobs.NodeName;
import org.shouwen.keys.LaidKeys;
import org.springframework.stereotype.Component;

/** Tells that this node runs and which of the keys that were laid it holds: a new key is used once every node holds it. */
@Component
class HeldKeys implements EveryNodeJob {
    private final LaidKeys laid;
    private final NodeName node;

    HeldKeys(LaidKeys laid, NodeName node) {
        this.laid = laid;
        this.node = node;
    }

    @Override
    public String name() {
        return "held-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        laid.tell(node.get());
    }
}
