package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.history.Actor;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;

/** A name of the city's own list decides where a matter is: changed past the product, it is found and named. */
@ShouwenTest
class LandmarkHeldTest {
    @Autowired
    Landmarks landmarks;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Test
    void a_landmark_that_was_moved_by_hand_is_found() {
        landmarks.put(Landmark.Kind.COMPOUND, "示例花园", List.of("花园小区"), "210603", Actor.SYSTEM);
        landmarks.put(Landmark.Kind.COMPOUND, "示例花园", List.of("花园"), "210603", Actor.SYSTEM);
        assertThat(verification.findings()).isEmpty();
        byHand.past("update directory.landmark set place = '210602' where name = '示例花园'");
        assertThat(verification.findings()).anyMatch(f -> f.contains("directory.landmark 示例花园"));
        byHand.past("update directory.landmark set place = '210603' where name = '示例花园'");
        assertThat(verification.findings()).isEmpty();
    }
}
