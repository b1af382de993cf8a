package org.shouwen.desk;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.ApiClient;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import tools.jackson.databind.json.JsonMapper;

/** A telephone system that tells its events by HTTP. */
final class Exchange {
    private final ApiClient api;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Exchange(int port, Accounts accounts, InstantSource clock) {
        this.api = ApiClient.of(port, accounts, "pbx-" + UUID.randomUUID(), Role.TELEPHONE, null);
        this.clock = clock;
    }

    void tell(String type, String call, int secondsAgo, Object... more) throws IOException, InterruptedException {
        Map<String, Object> e = new HashMap<>(Map.of(
                "id",
                call + type + secondsAgo + Arrays.toString(more),
                "type",
                type,
                "call",
                call,
                "at",
                clock.instant().minusSeconds(secondsAgo).toString()));
        for (int i = 0; i < more.length; i += 2) e.put((String) more[i], more[i + 1]);
        api.post("/api/v1/calls/events", json.writeValueAsString(Map.of("source", "pbx", "events", List.of(e))))
                .ok();
    }
}
