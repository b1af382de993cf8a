package org.shouwen.history;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** What {@code ./shouwen verify} would find now, for stories of other modules. */
@TestComponent
public class VerificationProbe {
    private final Verification verification;
    private final Sealing sealing;

    VerificationProbe(Verification verification, Sealing sealing) {
        this.verification = verification;
        this.sealing = sealing;
    }

    public List<String> findings() {
        sealing.run();
        return verification.verify(_ -> {}).findings().stream()
                .map(Object::toString)
                .toList();
    }
}
