package org.shouwen.channels.sms;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an operator gives who connects over CMPP. */
@Component
final class CmppAccount {
    private final String host;
    private final int port;
    private final String source;
    private final String secret;
    private final String service;
    private final CmppVersion version;
    private final int window;
    private final boolean proves;

    /**
     * @param source the account (SP_Id), 6 characters
     * @param service code of the service, 10 characters at most
     * @param version {@code 2.0} or {@code 3.0}
     * @param window so many messages may wait for their answers
     * @param proof {@code no} for an operator whose gateway sends no proof that it knows the secret; else one is asked for
     */
    CmppAccount(
            @Value("${shouwen.cmpp.host:}") String host,
            @Value("${shouwen.cmpp.port:7890}") int port,
            @Value("${shouwen.cmpp.source:}") String source,
            @Value("${shouwen.cmpp.secret:}") String secret,
            @Value("${shouwen.cmpp.service:}") String service,
            @Value("${shouwen.cmpp.version:2.0}") String version,
            @Value("${shouwen.cmpp.window:16}") int window,
            @Value("${shouwen.cmpp.proof:yes}") String proof) {
        this.host = host.strip();
        this.port = port;
        this.source = source.strip();
        this.secret = secret;
        this.service = service.strip();
        this.version = CmppVersion.of(version);
        this.window = window;
        this.proves = !proof.strip().equalsIgnoreCase("no");
    }

    boolean there() {
        return !host.isEmpty();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String source() {
        return source;
    }

    String secret() {
        return secret;
    }

    String service() {
        return service;
    }

    CmppVersion version() {
        return version;
    }

    boolean proves() {
        return proves;
    }

    int window() {
        return window;
    }
}
