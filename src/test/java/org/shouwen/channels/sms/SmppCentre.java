package org.shouwen.channels.sms;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A short message centre of SMPP 3.4, the other side of the library; it keeps what it is given and delivers what a test says. */
final class SmppCentre implements AutoCloseable {
    final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> submitted = new ConcurrentHashMap<>();
    final AtomicInteger next = new AtomicInteger();
    private final SMPPServerSessionListener listener;
    private final int port;

    SmppCentre() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                SmppCentre.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (_, method, args) -> method.getName().equals("onAcceptSubmitSm") ? taken((SubmitSm) args[0]) : null));
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    SMPPServerSession session = listener.accept();
                    Thread.ofVirtual().start(() -> bind(session));
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }

    int port() {
        return port;
    }

    /** What the platform must know of it. */
    void settings(DynamicPropertyRegistry registry) {
        registry.add("shouwen.smpp.host", () -> "127.0.0.1");
        registry.add("shouwen.smpp.port", () -> port);
        registry.add("shouwen.smpp.system-id", () -> "hotline");
        registry.add("shouwen.smpp.password", () -> "secret");
    }

    private void bind(SMPPServerSession session) {
        try {
            session.waitForBind(20_000).accept("centre");
            session.setTransactionTimer(20_000); // a slow machine is no silent platform
            sessions.add(session);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SubmitSmResult taken(SubmitSm sm) throws Exception {
        String id = "m" + next.incrementAndGet();
        submitted.put(id, sm.getShortMessage());
        if (!sm.getSourceAddr().startsWith("10690012345")) throw new IllegalStateException(sm.getSourceAddr());
        return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    }

    /** Whether somebody is bound now: a link that was cut stays in the list of those that were. */
    boolean bound() {
        return sessions.stream().anyMatch(s -> s.getSessionState().isBound());
    }

    void deliver(String from, String to, int esm, Alphabet coding, byte[] data) throws Exception {
        sessions.stream()
                .filter(s -> s.getSessionState().isBound())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IOException("nobody is bound"))
                .deliverShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        from,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        to,
                        new ESMClass(esm),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(coding),
                        data);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
