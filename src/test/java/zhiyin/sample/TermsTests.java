package zhiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.dataformat.yaml.YAMLMapper;

class TermsTests {

    @TempDir
    static Path folder;
    static Generated operator;
    static WordFiles files = new WordFiles(Path.of("etl/sample"));
    static Terms terms = files.yaml("terms.yaml", Terms.class);
    static ContactWords words = files.yaml("contacts.yaml", ContactWords.class);
    static List<ContactWords.Cause> causes = List.of(files.yaml("causes.yaml", ContactWords.Cause[].class));

    @BeforeAll
    static void generate() {
        operator = Generated.operator(1600, 13, folder);
    }

    @Test
    void haveEveryKeyInAllThreeLanguages() {
        Map<?, ?> lists = new YAMLMapper().readValue(Path.of("etl/sample/terms.yaml").toFile(), Map.class);
        assertThat(lists.values()).allSatisfy(list -> assertThat(((Map<?, ?>) list).values()).isNotEmpty()
                .allSatisfy(term -> assertThat(((Map<?, ?>) term).keySet()).map(String::valueOf)
                        .containsExactlyInAnyOrder("hant", "hans", "en")));
        assertThat(all()).allSatisfy(term -> {
            assertThat(term.hant()).matches(".*\\p{IsHan}.*");
            assertThat(term.hans()).matches(".*\\p{IsHan}.*");
            assertThat(term.en()).matches("[A-Z][A-Za-z -]+");
        });
    }

    @Test
    void holdNoKeyInVain() {
        Set<String> resolutions = new HashSet<>();
        causes.forEach(cause -> resolutions.addAll(cause.resolutions()));
        words.reasons().forEach(reason -> resolutions.addAll(reason.resolutions()));
        assertThat(resolutions).isEqualTo(terms.resolutions().keySet());
        assertThat(words.reasons()).map(ContactWords.Reason::reason).containsAll(terms.reasons().keySet());
        assertThat(causes).map(ContactWords.Cause::cause).containsAll(terms.causes().keySet());
        assertThat(causes).map(ContactWords.Cause::category).containsAll(terms.categories().keySet());
        assertThat(words.journeys()).flatMap(ContactWords.Journey::steps).map(ContactWords.Journey::action)
                .containsAll(terms.actions().keySet());
    }

    @Test
    void areRefusedWhenAKeyOrALanguageIsMissing() {
        Terms without = new Terms(Map.of(), terms.causes(), terms.reasons(), terms.resolutions(), terms.actions());
        assertThatThrownBy(() -> without.requireAllOf(words, causes)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("terms.yaml has no network under categories: add it");
        assertThatThrownBy(() -> new Terms.Term("帳單", " ", "Bill")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give it hant, hans and en");
    }

    @Test
    void areWrittenInTheLanguageInWhichACustomerIsServed() {
        Set<String> seen = new HashSet<>();
        seen.addAll(served(Feed.COMPLAINTS, "customer_no", Feed.CUSTOMERS, "category", "cause", "resolution"));
        seen.addAll(served(Feed.VISITS, "customer_no", Feed.CUSTOMERS, "reason", "outcome"));
        seen.addAll(served(Feed.CALLS, "subscriber_no", Feed.SUBSCRIBERS, "reason", "resolution"));
        seen.addAll(served(Feed.EVENTS, "profile_id", Feed.PROFILES, "action"));
        assertThat(seen).contains("帳單疑問", "账单疑问", "Question about a bill", "登入", "登录", "Signed in", "已解決", "已解决");
    }

    /** The texts of these columns, each of which is a term in the language of the country of the record's party. */
    private static Set<String> served(Feed feed, String owner, Feed parties, String... columns) {
        Map<String, String> countries = new HashMap<>();
        int country = parties.columns().indexOf("country");
        operator.rows(parties).forEach(row -> countries.put(row.getFirst(), row.get(country)));
        Set<String> seen = new HashSet<>();
        for (List<String> row : operator.rows(feed)) {
            String served = countries.getOrDefault(row.get(feed.columns().indexOf(owner)), "");
            if (!served.isEmpty()) {
                Set<String> texts = Stream.of(columns).map(column -> row.get(feed.columns().indexOf(column)))
                        .filter(text -> !text.isEmpty()).collect(Collectors.toSet());
                assertThat(vocabulary(served)).containsAll(texts);
                seen.addAll(texts);
            }
        }
        return seen;
    }

    private static Set<String> vocabulary(String country) {
        Function<Terms.Term, String> language = switch (country) {
            case "TW", "HK" -> Terms.Term::hant;
            case "CN" -> Terms.Term::hans;
            default -> Terms.Term::en;
        };
        return all().stream().map(language).collect(Collectors.toSet());
    }

    private static List<Terms.Term> all() {
        return Stream.of(terms.categories(), terms.causes(), terms.reasons(), terms.resolutions(), terms.actions())
                .flatMap(list -> list.values().stream()).toList();
    }
}
