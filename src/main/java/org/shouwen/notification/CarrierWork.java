package org.shouwen.notification;

import java.time.Duration;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries what waits, each way on a thread of its own: a dead peer of one delays no other. */
@Configuration(proxyBeanMethods = false)
class CarrierWork {
    private record Work(MessageCarriage carriage, Carrier.Way way) implements OwnThreadJob {
        @Override
        public String name() {
            return "carry-" + way.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void run() {
            while (carriage.carry(way) == MessageCarriage.MOST) Thread.onSpinWait();
        }
    }

    @Bean
    OwnThreadJob carrySms(MessageCarriage carriage) {
        return new Work(carriage, Carrier.Way.SMS);
    }

    @Bean
    OwnThreadJob carryMail(MessageCarriage carriage) {
        return new Work(carriage, Carrier.Way.MAIL);
    }

    @Bean
    OwnThreadJob carryWechat(MessageCarriage carriage) {
        return new Work(carriage, Carrier.Way.WECHAT);
    }
}
