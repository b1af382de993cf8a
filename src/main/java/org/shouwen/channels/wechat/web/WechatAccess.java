package org.shouwen.channels.wechat.web;

import java.util.List;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.springframework.stereotype.Component;

/** Open without signing in: the platform signs what it sends. */
@Component
class WechatAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.open("/api/channels/wechat"));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of();
    }
}
