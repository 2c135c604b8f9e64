package zhiyin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;

import zhiyin.contact.PhoneNumber;

/** What a typed text asks of the index. Scores are constants, so that they mean the same on every server. */
final class CustomerQuery {

    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_CODE = 3;
    private static final int SHORTEST_ENDING = 4;
    private static final float SAME_NAME = 100;
    private static final float SAME_CODE = 90;
    private static final float NAME = 8;
    private static final float NAME_BEGINS = 6;
    private static final float PINYIN = 4;
    private static final float PINYIN_BEGINS = 3;
    private static final float ROMANIZED = 2;
    private static final float CODE_BEGINS = 1;

    private CustomerQuery() {}

    /** The query for a text; empty when there is nothing in it to look for. */
    static Optional<Query> of(String text, List<String> regions) {
        List<String> words = Folding.words(text).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Query> ways = new ArrayList<>();
        ways.add(byName(words));
        ways.addAll(byCode(Folding.code(text)));
        PhoneNumber.parse(text, regions).map(number -> term("codes", Folding.code(number.e164()), SAME_CODE))
                .ifPresent(ways::add);
        return Optional.of(best(ways));
    }

    private static Query byName(List<String> words) {
        return Query.of(any -> any.bool(all -> all.must(words.stream().map(CustomerQuery::byWord).toList())
                .should(term("whole", NameTokens.whole(words), SAME_NAME))));
    }

    private static Query byWord(String word) {
        List<Query> ways = new ArrayList<>(List.of(term("names", word, NAME), prefix("names", word, NAME_BEGINS)));
        if (Folding.isHan(word)) {
            ways.add(romanized(Folding.pinyin(word)));
        } else {
            ways.addAll(List.of(term("pinyin", word, PINYIN), prefix("pinyin", word, PINYIN_BEGINS),
                    prefix("readings", word, ROMANIZED)));
            Set<String> readings = Romanization.pinyinOf(word);
            readings.forEach(pinyin -> ways.add(prefix("pinyin", pinyin, ROMANIZED)));
            ways.addAll(byCode(word));
        }
        return best(ways);
    }

    // Customers whose name is known in Latin letters only.
    private static Query romanized(List<String> syllables) {
        return Query.of(any -> any.constantScore(same -> same.boost(ROMANIZED).filter(
                all -> all.bool(each -> each.must(syllables.stream().map(CustomerQuery::syllable).toList())))));
    }

    private static Query syllable(String syllable) {
        return best(List.of(term("names", syllable, 1), term("readings", syllable, 1)));
    }

    private static List<Query> byCode(String code) {
        List<Query> ways = new ArrayList<>();
        if (code.length() >= SHORTEST_CODE) {
            ways.add(term("codes", code, SAME_CODE));
            ways.add(prefix("codes", code, CODE_BEGINS));
        }
        if (code.length() >= SHORTEST_ENDING && code.chars().allMatch(Character::isDigit)) {
            ways.add(prefix("endings", CustomerDocument.backwards(code), CODE_BEGINS));
        }
        return ways;
    }

    private static Query best(List<Query> ways) {
        return Query.of(any -> any.disMax(best -> best.queries(ways)));
    }

    private static Query term(String field, String value, float score) {
        return Query.of(any -> any.constantScore(same -> same.boost(score)
                .filter(exact -> exact.term(term -> term.field(field).value(value)))));
    }

    private static Query prefix(String field, String value, float score) {
        return Query.of(any -> any.constantScore(same -> same.boost(score)
                .filter(begins -> begins.prefix(prefix -> prefix.field(field).value(value)))));
    }
}
