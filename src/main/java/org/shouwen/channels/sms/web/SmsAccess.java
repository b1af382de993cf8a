package org.shouwen.channels.sms.web;

import java.util.List;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.springframework.stereotype.Component;

/** Open without signing in: the gateway shows its own secret. */
@Component
class SmsAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.open("/api/channels/sms/**"));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of();
    }
}
