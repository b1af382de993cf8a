package org.shouwen.starter;

import org.shouwen.accounts.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look, and while nobody has an account, how to make one. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private final Accounts accounts;
    private final Environment environment;

    Welcome(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = environment.getProperty("local.server.port");
        if (port == null) return;
        LOG.info("首问已启动 Shouwen is up: http://localhost:{}", port);
        if (!accounts.anyone())
            LOG.info("还没有账号 no account yet: ./shouwen account create LOGIN ADMIN, … SECURITY, … AUDITOR");
    }
}
