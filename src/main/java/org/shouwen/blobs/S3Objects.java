package org.shouwen.blobs;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Objects in a bucket of an S3-compatible store, addressed by path, signed by AWS Signature Version 4. */
final class S3Objects implements SharedObjects {
    private static final String MOMENT = "written";
    private static final int NOT_FOUND = 404;

    private final StoreAddress address;
    private final Client s3;

    S3Objects(StoreAddress address, Duration deadline) {
        this.address = address;
        this.s3 = Client.s3()
                .region(address.region())
                .accessKey(address.key())
                .secretKey(address.secret())
                .httpClient(new DeadlineHttp(deadline))
                .retryMaxAttempts(1) // a request that waits again would hold the thread twice as long
                .build();
    }

    @Override
    public void put(String name, byte[] bytes, Instant at) {
        done(
                name,
                answer(
                        name,
                        r -> r.method(HttpMethod.PUT)
                                .metadata(MOMENT, Long.toString(at.toEpochMilli()))
                                .requestBody(bytes)));
    }

    @Override
    public byte[] get(String name) {
        Response answer = answer(name, r -> r.method(HttpMethod.GET));
        if (noObject(answer)) throw new NoSuchElementException("no such object: " + name);
        return done(name, answer).content();
    }

    @Override
    public Optional<Instant> writtenAt(String name) {
        Response answer = answer(name, r -> r.method(HttpMethod.HEAD));
        if (noObject(answer)) return Optional.empty();
        return done(name, answer).metadata(MOMENT).map(Long::parseLong).map(Instant::ofEpochMilli);
    }

    @Override
    public List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        String from = "";
        while (true) {
            XmlElement page = page(address.prefix() + prefix, from);
            for (XmlElement each : page.childrenWithName("Contents"))
                names.add(each.content("Key").substring(address.prefix().length()));
            List<XmlElement> next = page.childrenWithName("NextContinuationToken");
            if (next.isEmpty()) return List.copyOf(names);
            from = next.getFirst().content();
        }
    }

    private XmlElement page(String prefix, String from) {
        Response answer = asked(() -> {
            Request r = s3.url(address.bucketUrl()).query("list-type", "2").query("prefix", prefix);
            return (from.isEmpty() ? r : r.query("continuation-token", from)).response();
        });
        return XmlElement.parse(done(prefix, answer).contentUtf8());
    }

    @Override
    public void remove(String name) {
        Response answer = answer(name, r -> r.method(HttpMethod.DELETE));
        if (!noObject(answer)) done(name, answer);
    }

    private Response answer(String name, UnaryOperator<Request> how) {
        return asked(() -> how.apply(s3.url(address.url() + "/" + name)).response());
    }

    /** A bucket that is not there says 404 as well, and is no answer about an object. */
    private static boolean noObject(Response answer) {
        return answer.statusCode() == NOT_FOUND && !answer.contentUtf8().contains("NoSuchBucket");
    }

    private interface Question {
        Response ask();
    }

    private Response asked(Question question) {
        try {
            return question.ask();
        } catch (RuntimeException e) { // the library wraps what the connection died of
            throw new StoreUnavailable("the store " + address + " does not answer", new IOException(e));
        }
    }

    /** What is neither an answer nor "not found": keys that are not taken, a bucket that is not there, a fault inside. */
    private Response done(String name, Response answer) {
        if (answer.isOk()) return answer;
        String said = answer.contentUtf8();
        throw new StoreUnavailable("the store %s answered %d to %s: %s"
                .formatted(address, answer.statusCode(), name, said.substring(0, Math.min(200, said.length()))));
    }
}
