package org.shouwen.shell;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The machines before this one that speak TLS with the world. What they, and they alone, say about where a request came
 * from and that it was encrypted is believed: looks, delays and sessions then know the person's address, and cookies are
 * marked as secure. From anybody else these headers mean nothing.
 */
@Component
class Proxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final String addresses;

    /** @param addresses of the proxies, parted by commas; none where people reach this machine directly */
    Proxy(@Value("${shouwen.proxy:}") String addresses) {
        this.addresses = addresses;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (addresses.isBlank()) return;
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(Arrays.stream(addresses.split(","))
                .map(String::strip)
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(valve);
    }
}
