package org.shouwen.notification;

import java.time.Duration;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.stereotype.Component;

/** Carries what waits for this way on a thread of its own, so that a dead peer of another delays nothing here. */
@Component
class CarryWechat implements OwnThreadJob {
    private final MessageCarriage carriage;

    CarryWechat(MessageCarriage carriage) {
        this.carriage = carriage;
    }

    @Override
    public String name() {
        return "carry-wechat";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        carriage.carryAll(Carrier.Way.WECHAT);
    }
}
