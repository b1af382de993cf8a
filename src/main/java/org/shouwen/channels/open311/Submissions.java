package org.shouwen.channels.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.TooMany;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.Urgency;
import org.springframework.stereotype.Component;

/** {@code POST requests}: the appeal goes to the desk's queue like one of the portal; the public copy is made beside it. */
@Component
public class Submissions {
    /** Of the edition: Open311 is the website of other programs (Art. 2). */
    private static final String CHANNEL = "web";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ServiceStore services;
    private final RequestStore requests;
    private final ApiKeys keys;
    private final Intake intake;
    private final Directory directory;
    private final InstantSource clock;

    Submissions(
            ServiceStore services,
            RequestStore requests,
            ApiKeys keys,
            Intake intake,
            Directory directory,
            InstantSource clock) {
        this.services = services;
        this.requests = requests;
        this.keys = keys;
        this.intake = intake;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What is answered: an id, or a token, or neither (blackbox).
     *
     * @param notice for whoever sent it: the number and code that open the appeal, and whom to call in danger
     */
    public record Posted(@Nullable String id, @Nullable String token, String notice) {}

    /**
     * Takes a request.
     *
     * @param sent the form's fields
     * @param address of the network, for the vault
     * @param idempotency the sender's own name for the request; null when there is none
     * @throws Problem.Found naming all that is wrong
     * @throws TooMany when too many came with this key
     */
    public Posted post(
            Map<String, String[]> sent,
            @Nullable String apiKey,
            @Nullable String address,
            @Nullable String idempotency) {
        String code = one(sent, "service_code");
        if (code.isEmpty()) throw new Problem.Found(Problem.missing("service_code"));
        ApiKeys.Key key = keys.find(apiKey)
                .orElseThrow(() ->
                        new Problem.Found(new Problem(403, 403, "api_key is missing or not valid / 缺少有效的 api_key")));
        Service service = services.find(code).orElseThrow(() -> new Problem.Found(Problem.unknown("service_code")));
        PostedRequest posted = PostedRequest.of(service, sent);
        String place = posted.addressId().isEmpty()
                ? null
                : directory
                        .place(posted.addressId())
                        .orElseThrow(() -> new Problem.Found(Problem.wrong("address_id", "no such place / 没有这个地点")))
                        .code();
        Instant now = Instants.now(clock);
        if (requests.postedSince(key.id(), now.minus(MINUTE)) >= key.perMinute()) throw new TooMany(MINUTE);
        NewAppeal appeal = appeal(service, posted, place, identity(sent, address), null);
        Urgency urgency = intake.urgency(appeal);
        Receipt receipt = submit(appeal, new Origin("open311:" + key.id(), idempotency));
        PublicRequest copy =
                requests.ofAppeal(receipt.id()).orElseGet(() -> kept(service, posted, key, receipt, place, now));
        return new Posted(
                service.type() == Service.Type.REALTIME ? copy.id() : null,
                service.type() == Service.Type.BATCH ? copy.token() : null,
                notice(receipt, urgency));
    }

    private Receipt submit(NewAppeal appeal, Origin origin) {
        try {
            return intake.submit(appeal, origin, Actor.APPELLANT);
        } catch (BadInput e) {
            throw new Problem.Found(problems(e));
        }
    }

    static List<Problem> problems(BadInput e) {
        return e.fields().stream()
                .map(f -> Problem.wrong(f.field(), "can not be used as it is / 格式不对"))
                .toList();
    }

    private static NewAppeal appeal(
            Service service, PostedRequest posted, @Nullable String place, Identity who, @Nullable String reference) {
        return new NewAppeal(
                CHANNEL,
                reference,
                service.kind(),
                service.matterClass(),
                place,
                posted.location(),
                "",
                service.name(),
                posted.content(service),
                "",
                false,
                false,
                who,
                null,
                posted.mediaUrl().isEmpty() ? "" : "照片地址：" + posted.mediaUrl());
    }

    /** Chinese names have the family's first. */
    private static Identity identity(Map<String, String[]> sent, @Nullable String address) {
        try {
            return Identity.of(
                    one(sent, "last_name") + one(sent, "first_name"),
                    one(sent, "phone"),
                    null,
                    address,
                    one(sent, "email"));
        } catch (BadInput e) {
            throw new Problem.Found(problems(e));
        }
    }

    private PublicRequest kept(
            Service service,
            PostedRequest posted,
            ApiKeys.Key key,
            Receipt receipt,
            @Nullable String place,
            Instant now) {
        PublicRequest copy = new PublicRequest(
                Publication.code("SR"),
                service.type() == Service.Type.BATCH ? Publication.code("TK") : null,
                receipt.id(),
                service.code(),
                key.id(),
                service.type() == Service.Type.REALTIME,
                true,
                "",
                "",
                place,
                posted.position(),
                now,
                now,
                null);
        requests.put(copy);
        return copy;
    }

    private static String notice(Receipt receipt, Urgency urgency) {
        List<String> words = new ArrayList<>();
        if (urgency.danger())
            words.add("如有人身危险，请立即拨打"
                    + urgency.call().stream().map(Edition.Target::name).collect(Collectors.joining("、")));
        words.add("受理编号 " + receipt.number() + (receipt.code().isEmpty() ? "" : "，查询码 " + receipt.code()));
        return String.join("；", words);
    }

    private static String one(Map<String, String[]> sent, String name) {
        String[] values = sent.get(name);
        return values == null || values.length == 0 ? "" : Text.clean(values[0]);
    }
}
