package zhiyin.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a syllable of a romanised Chinese name may be in pinyin. Passports and cards of Taiwan write Wade-Giles, and write it
 * without the signs that tell {@code ch} from {@code ch'}: so a syllable may be several.
 */
final class Romanization {

    private static final Map<String, String> WHOLE = Map.of("yen", "yan", "yeh", "ye", "yu", "you", "erh", "er", "szu",
            "si",
            "ssu", "si", "tzu", "zi", "o", "e", "yung", "yong", "i", "yi");
    private static final List<String> BEFORE_I = List.of("j", "q");
    private static final List<String> BEFORE_OTHERS = List.of("zh", "ch");

    private Romanization() {}

    /** Readings of a syllable in pinyin, the syllable itself left out. */
    static Set<String> pinyinOf(String syllable) {
        Set<String> readings = new LinkedHashSet<>();
        if (WHOLE.containsKey(syllable)) {
            readings.add(WHOLE.get(syllable));
        } else {
            for (Start start : starts(syllable)) {
                start.pinyin().map(pinyin -> pinyin + rest(start.rest())).forEach(readings::add);
            }
        }
        readings.remove(syllable);
        return readings;
    }

    private record Start(List<String> initials, String rest) {

        Stream<String> pinyin() {
            return initials.stream();
        }
    }

    private static List<Start> starts(String syllable) {
        if (syllable.startsWith("hs")) {
            return List.of(new Start(List.of("x"), syllable.substring(2)));
        }
        if (syllable.startsWith("sh")) {
            return List.of(new Start(List.of("sh"), syllable.substring(2)));
        }
        if (syllable.startsWith("ts") || syllable.startsWith("tz")) {
            return List.of(new Start(List.of("z", "c"), syllable.substring(2)));
        }
        if (syllable.startsWith("ch")) {
            return afterCh(syllable.substring(2));
        }
        return List.of(new Start(unaspirated(syllable), syllable.substring(Math.min(1, syllable.length()))));
    }

    private static List<Start> afterCh(String rest) {
        if (rest.startsWith("ih")) {
            return List.of(new Start(BEFORE_OTHERS, rest));
        }
        if (rest.startsWith("i")) {
            return List.of(new Start(BEFORE_I, rest));
        }
        return rest.startsWith("u")
                ? List.of(new Start(BEFORE_OTHERS, rest), new Start(BEFORE_I, rest))
                : List.of(new Start(BEFORE_OTHERS, rest));
    }

    private static List<String> unaspirated(String syllable) {
        return switch (syllable.charAt(0)) {
            case 'k' -> List.of("g", "k");
            case 'p' -> List.of("b", "p");
            case 't' -> List.of("d", "t");
            case 'j' -> List.of("r");
            default -> List.of(syllable.substring(0, 1));
        };
    }

    private static String rest(String wade) {
        return switch (wade) {
            case "ien" -> "ian";
            case "ieh" -> "ie";
            case "ueh" -> "ue";
            case "ung" -> "ong";
            case "iung" -> "iong";
            case "ih" -> "i";
            case "uei" -> "ui";
            case "o" -> "e";
            case "uo" -> "uo";
            default -> wade;
        };
    }
}
