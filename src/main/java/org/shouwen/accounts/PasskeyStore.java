package org.shouwen.accounts;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys and their owners as Spring Security asks for them. */
@Repository
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final JdbcClient jdbc;
    private final AccountStore accounts;

    PasskeyStore(JdbcClient jdbc, AccountStore accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    static Bytes bytes(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes id) {
        ByteBuffer bytes = ByteBuffer.wrap(id.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return accounts.find(account(id)).map(PasskeyStore::person).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return accounts.byLogin(login).map(PasskeyStore::person).orElse(null);
    }

    private static PublicKeyCredentialUserEntity person(Account a) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(bytes(a.id()))
                .name(a.login())
                .displayName(a.name())
                .build();
    }

    /** Accounts are made elsewhere. */
    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("no account: " + person.getName());
    }

    @Override
    public void save(CredentialRecord c) {
        jdbc.sql("""
                        insert into accounts.passkey (id, account, label, public_key, signatures, transports,
                            backup_eligible, backed_up, attestation, client_data, made_at, used_at)
                        values (:id, :account, :label, :key, :signatures, :transports,
                            :eligible, :backedUp, :attestation, :clientData, :made, :used)
                        on conflict (id) do update set signatures = excluded.signatures,
                            backed_up = excluded.backed_up, used_at = excluded.used_at
                        where passkey.account = excluded.account
                        """)
                .param("id", c.getCredentialId().getBytes())
                .param("account", account(c.getUserEntityUserId()))
                .param("label", c.getLabel())
                .param("key", c.getPublicKey().getBytes())
                .param("signatures", c.getSignatureCount())
                .param(
                        "transports",
                        c.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", c.isBackupEligible())
                .param("backedUp", c.isBackupState())
                .param(
                        "attestation",
                        c.getAttestationObject() == null
                                ? null
                                : c.getAttestationObject().getBytes())
                .param(
                        "clientData",
                        c.getAttestationClientDataJSON() == null
                                ? null
                                : c.getAttestationClientDataJSON().getBytes())
                .param("made", Timestamp.from(c.getCreated()))
                .param("used", Timestamp.from(c.getLastUsed()))
                .update();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from accounts.passkey where id = :id")
                .param("id", id.getBytes())
                .update();
    }

    int deleteAll(UUID account) {
        return jdbc.sql("delete from accounts.passkey where account = :account")
                .param("account", account)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from accounts.passkey where id = :id")
                .param("id", id.getBytes())
                .query(PasskeyStore::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes person) {
        return jdbc.sql("select * from accounts.passkey where account = :account order by made_at")
                .param("account", account(person))
                .query(PasskeyStore::passkey)
                .list();
    }

    private static CredentialRecord passkey(ResultSet rs, int row) throws SQLException {
        byte[] attestation = rs.getBytes("attestation");
        byte[] clientData = rs.getBytes("client_data");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(rs.getBytes("id")))
                .userEntityUserId(bytes(rs.getObject("account", UUID.class)))
                .label(rs.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(rs.getBytes("public_key")))
                .signatureCount(rs.getLong("signatures"))
                .uvInitialized(true)
                .transports(Arrays.stream((String[]) rs.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(rs.getBoolean("backup_eligible"))
                .backupState(rs.getBoolean("backed_up"))
                .attestationObject(attestation == null ? null : new Bytes(attestation))
                .attestationClientDataJSON(clientData == null ? null : new Bytes(clientData))
                .created(rs.getTimestamp("made_at").toInstant())
                .lastUsed(rs.getTimestamp("used_at").toInstant())
                .build();
    }
}
