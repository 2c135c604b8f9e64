package zhiyin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/** Makes texts that people hold for the same the same: full and half width, Traditional and Simplified, case, accents. */
final class Folding {

    private static final Transliterator FOLD = Transliterator
            .getInstance("NFKC; Traditional-Simplified; Latin-ASCII; Lower; NFC");
    // Readings of surnames are known for Simplified characters only.
    private static final Transliterator READ_SURNAME = Transliterator
            .getInstance("Han-Latin/Names; Latin-ASCII; Lower");
    private static final Transliterator READ = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern NOT_OF_CODE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}@]+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Map<String, String> SURNAMES = new ConcurrentHashMap<>();
    private static final Map<String, String> READINGS = new ConcurrentHashMap<>();

    private Folding() {}

    /** Words of a text, folded: runs of Chinese characters, and runs of other letters and digits. */
    static List<String> words(String text) {
        // An apostrophe in a romanised name only tells how to speak it.
        Matcher word = WORD.matcher(fold(text).replaceAll("['\u2018\u2019`]", ""));
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** A number, key or address without blanks and signs; only the {@code @} of addresses stays. */
    static String code(String text) {
        return NOT_OF_CODE.matcher(fold(text)).replaceAll("");
    }

    /** Whether a word is written in Chinese characters. */
    static boolean isHan(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Pinyin syllables, without tones, of a word in Chinese characters that begins with a surname. */
    static List<String> pinyin(String han) {
        List<String> characters = han.codePoints().mapToObj(Character::toString).toList();
        List<String> syllables = new ArrayList<>();
        for (String character : characters) {
            syllables.add(syllables.isEmpty()
                    ? SURNAMES.computeIfAbsent(character, READ_SURNAME::transliterate)
                    : READINGS.computeIfAbsent(character, READ::transliterate));
        }
        return syllables;
    }

    // Most of what is indexed is keys, numbers and addresses, on which the rules would only cost time.
    private static String fold(String text) {
        return ASCII.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : FOLD.transliterate(text);
    }
}
