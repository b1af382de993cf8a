package org.shouwen.appeal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Service for finding every appeal of one person, however many there are, by its id alone: for what must not be decided
 * by the newest of them, such as whether anything is open still. Lists to be read are {@link Appeals#ofPhone}.
 */
@Service
@Transactional(readOnly = true)
public class AllAppealsOfPerson {
    private final JdbcClient jdbc;
    private final Vault vault;

    AllAppealsOfPerson(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** All that came from this number and are there for the reader, newest first. */
    public List<UUID> of(Phone phone, CurrentUser by) {
        return of(vault.findByPhone(phone, Vault.EVERYONE), by);
    }

    /** All that whoever brought this appeal ever brought, the appeal itself left out, newest first. */
    public List<UUID> besides(Appeal appeal, CurrentUser by) {
        return of(vault.samePerson(appeal.appellant(), Vault.EVERYONE), by).stream()
                .filter(id -> !id.equals(appeal.id()))
                .toList();
    }

    private List<UUID> of(Collection<UUID> appellants, CurrentUser by) {
        if (appellants.isEmpty()) return List.of();
        return jdbc.sql("select a.id from intake.appeal a where a.appellant = any(:appellants) and "
                        + ConflictOfInterest.appeal("a.number") + " order by a.id desc")
                .param("appellants", appellants.toArray(UUID[]::new))
                .param("reader", ConflictOfInterest.name(by))
                .query(UUID.class)
                .list();
    }
}
