package org.shouwen.regulation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All editions that this installation knows: those that come along, and the city's own that were adopted ({@link
 * Adoptions}); what lies in {@code SHOUWEN_HOME/editions/*.yaml} is proposed until then. {@code shouwen.city} says whose
 * edition holds here.
 */
@Component
public final class Editions {
    private final String city;
    private final List<Edition> shipped = new ArrayList<>();
    private final Path home;
    private volatile Known known;
    private volatile @Nullable Supplier<List<String>> adopted;

    /** An edition of the city's own as its file has it now. */
    record Own(Edition edition, String text) {}

    /** What lies in the city's folder now: readable drafts, and those that are not. */
    record Drafts(List<Own> own, List<BrokenEdition> broken) {}

    private record Known(Map<String, Edition> byId, List<Edition> inForce) {}

    Editions(@Value("${shouwen.city:丹东市}") String city, @Value("${shouwen.home:.shouwen}") Path home)
            throws IOException {
        this.city = city;
        this.home = home;
        Set<String> ids = new HashSet<>();
        for (Resource file : shippedFiles()) shipped.add(read(file, ids).edition());
        Drafts drafts = drafts();
        if (Stream.concat(shipped.stream(), drafts.own().stream().map(Own::edition))
                .noneMatch(e -> e.city().equals(city))) {
            throw new IllegalStateException(
                    "No edition for the city '%s': put one into %s or set shouwen.city to one of %s%s"
                            .formatted(
                                    city,
                                    home.resolve("editions"),
                                    cities(),
                                    drafts.broken().isEmpty() ? "" : "; not readable: " + drafts.broken()));
        }
        this.known = known(List.of());
    }

    private static BrokenEdition unread(Resource file, String zh, String en) {
        return new BrokenEdition(String.valueOf(file.getFilename()), 0, "", new BrokenEdition.Says(zh, en));
    }

    private static Own read(Resource file, Set<String> ids) throws IOException {
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        Edition edition = EditionFile.read(String.valueOf(file.getFilename()), text);
        if (!ids.add(edition.id())) {
            throw new BrokenEdition.Unreadable(
                    new BrokenEdition(
                            String.valueOf(file.getFilename()),
                            EditionLines.of(text, "/id"),
                            "id",
                            new BrokenEdition.Says(
                                    "版本号 " + edition.id() + " 已有，请换一个",
                                    "edition '%s' is there twice: give it another id".formatted(edition.id()))),
                    null);
        }
        return new Own(edition, text);
    }

    /**
     * An edition that comes along, for commands that run without the product.
     *
     * @param id such as {@code dandong-2026}
     */
    public static Edition shipped(String id) throws IOException {
        Resource file = new ClassPathResource("regulation/" + id + ".yaml");
        return EditionFile.read(id + ".yaml", file.getContentAsString(StandardCharsets.UTF_8));
    }

    void adoptedFrom(Supplier<List<String>> texts) {
        adopted = texts;
    }

    /** One reading after the other: what was read before a change must not take the place of what was read after it. */
    synchronized void readAgain() {
        if (adopted != null) adopted(adopted.get());
    }

    /** What holds besides the editions that come along, as it was adopted, whatever the files say now. */
    void adopted(Collection<String> texts) {
        known = known(texts);
    }

    private Known known(Collection<String> adopted) {
        List<Edition> all = Stream.concat(shipped.stream(), adopted.stream().map(EditionFile::adopted))
                .sorted(Comparator.comparing(Edition::effective))
                .toList();
        return new Known(
                all.stream().collect(Collectors.toMap(Edition::id, e -> e)),
                all.stream().filter(e -> e.city().equals(city)).toList());
    }

    /** What the city's own files hold now, adopted or not; read anew each time, so that a new file needs no restart. */
    Drafts drafts() {
        Set<String> ids = new HashSet<>();
        shipped.forEach(e -> ids.add(e.id()));
        List<Own> own = new ArrayList<>();
        List<BrokenEdition> broken = new ArrayList<>();
        try {
            for (Resource file : ownFiles(home)) {
                try {
                    own.add(read(file, ids));
                } catch (BrokenEdition.Unreadable e) {
                    broken.add(e.broken());
                } catch (CharacterCodingException e) {
                    broken.add(unread(file, "文件编码不是 UTF-8，请另存为 UTF-8", "is not in UTF-8: save it as UTF-8"));
                } catch (IOException e) {
                    broken.add(unread(file, "文件读不出来", "can not be read"));
                }
            }
        } catch (IOException e) {
            broken.add(new BrokenEdition(
                    "editions/", 0, "", new BrokenEdition.Says("文件夹读不出来", "the folder can not be read")));
        }
        return new Drafts(own, broken);
    }

    List<Own> own() {
        return drafts().own();
    }

    /** Whether any edition holds in this city. */
    boolean any() {
        return !known.inForce().isEmpty();
    }

    /** The edition in force in this city on a day: the latest that took effect by then; before all, the first. */
    public Edition current(LocalDate day) {
        List<Edition> inForce = known.inForce();
        return inForce.stream()
                .filter(e -> !e.effective().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(inForce.getFirst());
    }

    /** The edition that an order keeps; read anew before it is missed, for another node may have adopted it a moment ago. */
    public Edition get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalStateException("edition '%s' is needed by an order: put it back".formatted(id)));
    }

    public Optional<Edition> find(String id) {
        if (!known.byId().containsKey(id)) readAgain();
        return Optional.ofNullable(known.byId().get(id));
    }

    /** All, of all cities, by city and date. */
    public List<Edition> all() {
        return known.byId().values().stream()
                .sorted(Comparator.comparing(Edition::city).thenComparing(Edition::effective))
                .toList();
    }

    public String city() {
        return city;
    }

    private List<String> cities() {
        return shipped.stream().map(Edition::city).distinct().sorted().toList();
    }

    private static Resource[] shippedFiles() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:regulation/*.yaml");
    }

    private static Resource[] ownFiles(Path home) throws IOException {
        Path folder = home.resolve("editions");
        return folder.toFile().isDirectory()
                ? new PathMatchingResourcePatternResolver().getResources(folder.toUri() + "*.yaml")
                : new Resource[0];
    }
}
