package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ApiClient.Answer;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ruling 2 by the API: a year is previewed, asked for by one and loaded by another; a second time it moves nothing. */
@ShouwenTest
class CalendarApiTest {
    private static final String YEAR =
            "{\"notice\":\"国办发明电〔2026〕0号\",\"days\":[{\"date\":\"2027-01-01\",\"working\":false,\"name\":\"元旦\"}]}";

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    @Test
    void a_calendar_is_previewed_asked_for_and_loaded_by_another() throws Exception {
        ApiClient admin = ApiClient.of(port, accounts, "personnel", Role.ADMIN, null);
        ApiClient bureau = ApiClient.of(port, accounts, "bureau-calendar", Role.BUREAU, null);
        assertThat(admin.send("PUT", "/api/v1/calendars/2027?preview=true", YEAR)
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/calendars/2027").status()).isEqualTo(404);
        Answer asked = admin.send("PUT", "/api/v1/calendars/2027", YEAR);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(admin.send("PUT", "/api/v1/calendars/2027", YEAR.replace("国办发明电〔2026〕0号", ""))
                        .body()
                        .toString())
                .as("without a notice's number it asks back")
                .contains("noNotice");
        String loading =
                "/api/v1/calendar-askings/" + asked.body().get("asking").asString() + "/loadings";
        assertThat(admin.post(loading, "{}").status()).as("who asked").isEqualTo(409);
        assertThat(admin.get("/api/v1/calendars/2027").status()).isEqualTo(404);
        assertThat(bureau.post(loading, "{}").status()).isEqualTo(201);
        assertThat(admin.send("PUT", "/api/v1/calendars/2027", YEAR)
                        .body()
                        .get("moved")
                        .size())
                .isZero();
        String refusal = "/api/v1/calendar-askings/"
                + admin.send("PUT", "/api/v1/calendars/2027", YEAR)
                        .body()
                        .get("asking")
                        .asString() + "/refusals";
        assertThat(bureau.post(refusal, "{}").status()).isEqualTo(204);
        assertThat(admin.send("PUT", "/api/v1/calendars/2028", YEAR).status())
                .as("days of another year")
                .isEqualTo(422);
        assertThat(admin.send("PUT", "/api/v1/calendars/2027", "{\"days\":[{\"date\":null}]}")
                        .status())
                .isEqualTo(422);
    }
}
