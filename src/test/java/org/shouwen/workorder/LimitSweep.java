package org.shouwen.workorder;

import org.springframework.boot.test.context.TestComponent;

/** Lets tests of other modules have the sweep run now. */
@TestComponent
public class LimitSweep {
    private final LimitKeeper keeper;

    LimitSweep(LimitKeeper keeper) {
        this.keeper = keeper;
    }

    public void run() {
        keeper.run();
    }
}
