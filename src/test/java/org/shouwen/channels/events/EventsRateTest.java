package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;

/** 500 events a second to ten receivers, one of them slow and one that takes the connection and never answers. */
@ShouwenTest
class EventsRateTest extends RateCity {
    @Test
    void a_slow_and_a_dead_receiver_hold_up_no_other() throws Exception {
        List<Endpoint> all = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) all.add(new Endpoint());
            Endpoint dead = all.get(0);
            dead.silent = true;
            all.get(1).slow = 2000;
            List<Endpoint> well = all.subList(2, 10);
            job.run();
            for (Endpoint e : all) receiver(e.address());
            five_hundred_a_second("8 receivers", () -> have(well, EVENTS));
            assertThat(dead.got).isEmpty();
            one_more_within_a_second(() -> have(well, EVENTS + 1));
        } finally {
            all.forEach(Endpoint::close);
        }
    }

    private static boolean have(List<Endpoint> all, int events) {
        return all.stream().allMatch(e -> e.events().size() >= events);
    }
}
