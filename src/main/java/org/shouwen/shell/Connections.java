package org.shouwen.shell;

import java.time.Duration;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the world's connections are listened to. */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Duration arrival;

    /** @param arrival how long a request may take to arrive, a large one longer ({@link ArrivalLimit}) */
    Connections(@Value("${shouwen.arrival}") Duration arrival) {
        this.arrival = arrival;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(ArrivalLimit.class.getName());
        factory.addConnectorCustomizers(connector -> {
            ProtocolHandler handler = connector.getProtocolHandler();
            if (handler instanceof ArrivalLimit limit) limit.setWithin(arrival);
        });
    }
}
