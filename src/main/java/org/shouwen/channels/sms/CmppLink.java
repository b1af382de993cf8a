package org.shouwen.channels.sms;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.notification.SmsTransport;
import org.shouwen.notification.Tried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Short messages over CMPP 2.0 or 3.0, both ways over one connection, which is made anew when it was lost. A message of a person
 * is answered only when it is on disk here. Off until a host is named.
 */
@Component
class CmppLink implements SmsTransport, OwnThreadJob, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CmppLink.class);

    /** Who is refused by name or secret asks again so much later: gateways lock out who insists. */
    private static final Duration REFUSED = Duration.ofMinutes(1);

    /** What the paper calls a flow control error: the gateway brings it again. */
    private static final int BUSY = 8;

    private final OperatorMessages operator;
    private final InstantSource clock;
    private final CmppAccount account;
    private final String number;
    private final long answerMillis;
    private volatile @Nullable CmppSession session;
    private volatile Instant notBefore = Instant.EPOCH;
    private volatile String refused = "";

    CmppLink(
            OperatorMessages operator,
            InstantSource clock,
            CmppAccount account,
            @Value("${shouwen.sms.number:}") String number,
            @Value("${shouwen.cmpp.answer-millis:10000}") long answerMillis) {
        this.operator = operator;
        this.clock = clock;
        this.account = account;
        this.number = number.strip();
        this.answerMillis = answerMillis;
    }

    @Override
    public boolean there() {
        return account.there();
    }

    @Override
    public String name() {
        return "sms-cmpp";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Connects where nothing is connected. */
    @Override
    public void run() {
        if (!there() || connected() != null || clock.instant().isBefore(notBefore)) return;
        try {
            connect();
        } catch (IOException | TimeoutException | ExecutionException e) {
            LOG.warn("the CMPP gateway can not be reached: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws IOException, TimeoutException, ExecutionException, InterruptedException {
        CmppSession fresh =
                new CmppSession(account.host(), account.port(), (int) answerMillis, account.window(), this::delivered);
        boolean in = false;
        try {
            byte[] login = CmppLogin.body(account.source(), account.secret(), account.version(), clock.instant());
            byte[] answer = fresh.ask(CmppFrame.CONNECT, login, answerMillis).get(answerMillis, TimeUnit.MILLISECONDS);
            String why = refused(login, answer);
            in = why.isEmpty();
            if (in) session = fresh;
            else {
                notBefore = clock.instant().plus(REFUSED);
                LOG.warn("no session with the CMPP gateway: {}", why);
            }
            refused = why;
        } finally {
            if (!in) fresh.close();
        }
    }

    /** @return why there is no session; empty when there is one */
    private String refused(byte[] login, byte[] answer) {
        int status = CmppLogin.status(answer);
        if (status != 0) return "it lets us not in, status " + status;
        boolean proved = !account.proves() || CmppLogin.proved(login, answer, account.secret());
        return proved ? "" : "it does not prove that it knows our secret";
    }

    private @Nullable CmppSession connected() {
        CmppSession s = session;
        return s != null && s.isOpen() ? s : null;
    }

    @Override
    public Tried send(UUID id, String to, String extension, String text) {
        CmppSession s = connected();
        if (s == null) return Tried.later(refused.isEmpty() ? "NOT_CONNECTED" : "REFUSED");
        List<byte[]> parts = Segments.of(text, (int) id.getLeastSignificantBits());
        try {
            List<CompletableFuture<byte[]>> asked = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++)
                asked.add(s.ask(
                        CmppFrame.SUBMIT,
                        new CmppSubmit(
                                        account.source(),
                                        account.service(),
                                        number + extension,
                                        to,
                                        i + 1,
                                        parts.size(),
                                        parts.get(i))
                                .body(account.version()),
                        answerMillis));
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).get(answerMillis, TimeUnit.MILLISECONDS);
            return tried(asked.stream().map(CompletableFuture::join).toList());
        } catch (TimeoutException e) {
            s.close(); // it takes and does not answer: whatever waits is asked anew over another connection
            return Tried.later("NO_ANSWER");
        } catch (IOException | ExecutionException e) {
            return Tried.later(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Tried.later("interrupted");
        }
    }

    private static Tried tried(List<byte[]> answers) {
        List<String> ids = new ArrayList<>();
        for (byte[] octets : answers) {
            CmppSubmit.Answer a = CmppSubmit.answer(octets);
            if (a == null) return Tried.later("NO_ANSWER");
            if (a.result() != 0) return new Tried(false, a.result() == BUSY, "CMPP " + a.result());
            ids.add(a.id());
        }
        return Tried.sent(ids);
    }

    /** @return the body of our answer */
    private byte[] delivered(byte[] body) {
        byte[] answer = new byte[8 + account.version().result];
        System.arraycopy(body, 0, answer, 0, Math.min(8, body.length));
        try {
            switch (CmppDeliver.of(body, account.version()).orElse(null)) {
                case CmppDeliver.Message m ->
                    operator.message(m.id(), m.from(), m.to(), m.coding(), m.header(), m.data());
                case CmppDeliver.Report r -> operator.report(r.of(), r.word(), r.at());
                case null -> operator.unreadable(body);
            }
        } catch (RuntimeException e) { // not on disk: it brings it again
            answer[answer.length - 1] = BUSY;
        }
        return answer;
    }

    @Override
    public void destroy() {
        CmppSession s = session;
        session = null;
        if (s != null) s.close();
    }
}
