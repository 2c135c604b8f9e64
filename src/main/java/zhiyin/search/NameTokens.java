package zhiyin.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/** What the names of a customer can be found by. */
final class NameTokens {

    private static final int MOST_WORDS = 12;
    private final Set<String> whole = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> pinyin = new LinkedHashSet<>();
    private final Set<String> readings = new LinkedHashSet<>();

    /** A whole name, in whatever order its words are written. */
    static String whole(List<String> words) {
        return words.stream().sorted().collect(joining(" "));
    }

    void add(String name) {
        List<String> folded = Folding.words(name).stream().limit(MOST_WORDS).toList();
        if (folded.isEmpty()) {
            return;
        }
        whole.add(whole(folded));
        folded.forEach(this::addWord);
        List<String> latin = folded.stream().filter(word -> !Folding.isHan(word)).toList();
        addJoined(latin, words);
        latin.forEach(word -> readings.addAll(Romanization.pinyinOf(word)));
    }

    private void addWord(String word) {
        if (!Folding.isHan(word)) {
            words.add(word);
            return;
        }
        // From each character on, for those who type only the given name.
        int[] characters = word.codePoints().toArray();
        for (int from = 0; from < Math.min(characters.length, MOST_WORDS); from++) {
            words.add(new String(characters, from, characters.length - from));
        }
        List<String> syllables = Folding.pinyin(word);
        pinyin.addAll(syllables);
        addJoined(syllables, pinyin);
        pinyin.add(initials(syllables));
        pinyin.add(syllables.getFirst() + initials(syllables.subList(1, syllables.size())));
    }

    private static String initials(List<String> syllables) {
        return syllables.stream().filter(syllable -> !syllable.isEmpty()).map(syllable -> syllable.substring(0, 1))
                .collect(joining());
    }

    private static void addJoined(List<String> parts, Set<String> tokens) {
        for (int from = 0; from < parts.size() - 1; from++) {
            tokens.add(String.join("", parts.subList(from, parts.size())));
        }
    }

    Set<String> wholes() {
        return whole;
    }

    Set<String> words() {
        return words;
    }

    Set<String> pinyin() {
        return pinyin;
    }

    Set<String> readings() {
        return readings;
    }
}
