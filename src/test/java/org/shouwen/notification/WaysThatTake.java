package org.shouwen.notification;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A mail server and a gateway that take everything. */
@TestConfiguration
class WaysThatTake {
    /** What was carried: the way, the address, the number. */
    static final List<String> carried = new CopyOnWriteArrayList<>();

    @Bean
    Carrier mailThatTakes() {
        return new Carrier() {
            @Override
            public Way way() {
                return Way.MAIL;
            }

            @Override
            public boolean there() {
                return true;
            }

            @Override
            public Tried carry(Parcel p) {
                carried.add("mail " + p.address() + " " + p.number());
                return Tried.sent(List.of());
            }
        };
    }

    @Bean
    SmsTransport gatewayThatTakes() {
        return new SmsTransport() {
            @Override
            public boolean there() {
                return true;
            }

            @Override
            public Tried send(UUID id, String to, String extension, String text) {
                carried.add("sms " + to + " " + text.replaceAll("\\D*(\\d{8}-\\d{6}).*", "$1"));
                return Tried.sent(List.of());
            }
        };
    }
}
