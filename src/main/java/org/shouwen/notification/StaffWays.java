package org.shouwen.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people of units want to be told besides the page: a mobile number, a mail address, and of what. */
@Component
public class StaffWays {
    private final JdbcClient jdbc;
    private final MailGateway mail;

    StaffWays(JdbcClient jdbc, MailGateway mail) {
        this.jdbc = jdbc;
        this.mail = mail;
    }

    /** Whether the city has named a mail server; without one an address is kept and nothing is sent. */
    public boolean mailIsCarried() {
        return mail.there();
    }

    /**
     * @param mobile empty: no short messages
     * @param mail empty: no mail
     */
    public record Ways(String mobile, String mail, Set<StaffNotice.Group> groups) {
        static final Ways NONE = new Ways("", "", Set.of());

        public Ways {
            groups = Set.copyOf(groups);
        }
    }

    record Wanted(UUID account, Ways ways) {}

    public Ways of(CurrentUser person) {
        return of(List.of(person.account())).stream()
                .map(Wanted::ways)
                .findFirst()
                .orElse(Ways.NONE);
    }

    /**
     * Sets the person's own ways; with neither a number nor an address nothing is stored of them any more.
     *
     * @throws BadInput when the number takes no short messages, or the address is none
     */
    public void set(
            CurrentUser person,
            @Nullable String typedMobile,
            @Nullable String typedMail,
            Set<StaffNotice.Group> groups) {
        String mobile = mobile(Text.optional("mobile", typedMobile, 30));
        String mail = Text.optional("mail", typedMail, 200);
        if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"))
            throw new BadInput("mail", "messages.bad.mail");
        if (mobile.isEmpty() && mail.isEmpty()) {
            jdbc.sql("delete from messages.staff_ways where account = :account")
                    .param("account", person.account())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into messages.staff_ways (account, mobile, mail, groups)
                        values (:account, :mobile, :mail, :groups)
                        on conflict (account) do update set mobile = :mobile, mail = :mail, groups = :groups
                        """)
                .param("account", person.account())
                .param("mobile", mobile)
                .param("mail", mail)
                .param("groups", groups.stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
    }

    private static String mobile(String typed) {
        if (typed.isEmpty()) return "";
        Phone phone = Phone.parse("mobile", typed);
        if (!phone.takesMessages()) throw new BadInput("mobile", "messages.bad.mobile");
        return phone.main();
    }

    List<Wanted> of(List<UUID> accounts) {
        if (accounts.isEmpty()) return List.of();
        return jdbc.sql("select * from messages.staff_ways where account = any(:accounts)")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query((rs, _) -> new Wanted(
                        rs.getObject("account", UUID.class),
                        new Ways(rs.getString("mobile"), rs.getString("mail"), groups((String[])
                                rs.getArray("groups").getArray()))))
                .list();
    }

    boolean anybody() {
        return jdbc.sql("select exists (select from messages.staff_ways)")
                .query(Boolean.class)
                .single();
    }

    private static Set<StaffNotice.Group> groups(String[] names) {
        return Arrays.stream(names)
                .map(StaffNotice.Group::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StaffNotice.Group.class)));
    }
}
