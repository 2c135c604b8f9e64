package zhiyin.sample;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Chinese people: family names by how common they are where, given names by sex and year of birth. */
final class ChineseNames {

    /** A family name in every spelling. */
    record Family(String hant, String hans, Map<Region.Romanised, String> latin, Map<String, Double> weights) {}

    private record Letter(String hant, String hans, Map<Region.Romanised, String> latin, String sex, double weight) {}

    private record Given(String letters, String sex, double weight, int from, int until) {}

    private static final int DECADE = 10;

    private final OperatorSettings.People shares;
    private final Map<String, Weighted<Family>> families = new HashMap<>();
    private final Map<String, Letter> letters;
    private final Map<Boolean, Weighted<Letter>> lettersOf = new HashMap<>();
    private final Map<String, Weighted<Given>> common = new HashMap<>();

    ChineseNames(WordFiles files, OperatorSettings.People shares) {
        this.shares = shares;
        List<Family> all = files.csv("surnames.csv", ChineseNames::family);
        for (String country : List.of("TW", "HK", "CN")) {
            families.put(country, new Weighted<>(all, family -> Objects.requireNonNull(family.weights.get(country))));
        }
        List<Letter> read = files.csv("characters.csv", ChineseNames::letter);
        letters = read.stream().collect(Collectors.toMap(Letter::hant, letter -> letter, (first, second) -> first));
        for (boolean female : List.of(true, false)) {
            lettersOf.put(female, new Weighted<>(read, letter -> fits(letter.sex, female) ? letter.weight : 0));
        }
        List<Given> givens = files.csv("given-names.csv", ChineseNames::given);
        for (int decade = 1930; decade <= 2020; decade += DECADE) {
            for (boolean female : List.of(true, false)) {
                common.put(decade + (female ? "F" : "M"), inDecade(givens, female, decade));
            }
        }
    }

    Family family(Dice dice, Region region) {
        return Objects.requireNonNull(families.get(families.containsKey(region.country()) ? region.country() : "TW"))
                .draw(dice);
    }

    Name person(Dice dice, Region region, Family family, boolean female, int birthYear) {
        String given = givenName(dice, region, female, birthYear);
        String simplified = given.codePoints().mapToObj(Character::toString).map(this::simplified)
                .collect(Collectors.joining());
        List<String> syllables = given.codePoints().mapToObj(Character::toString)
                .map(letter -> latin(letter, region.romanised())).toList();
        return new Name(family.hant + given, family.hans + simplified,
                Objects.requireNonNull(family.latin.get(region.romanised())), joined(syllables, region.romanised()));
    }

    private String givenName(Dice dice, Region region, boolean female, int birthYear) {
        Weighted<Letter> own = Objects.requireNonNull(lettersOf.get(female));
        if (dice.chance(shares.oneCharacterGiven().getOrDefault(region.country(), 0.0))) {
            return own.draw(dice).hant;
        }
        int decade = Math.clamp(birthYear / DECADE, 193, 202) * DECADE;
        Weighted<Given> fashion = Objects.requireNonNull(common.get(decade + (female ? "F" : "M")));
        String whole = fashion.draw(dice).letters;
        if (dice.chance(shares.commonGiven())) {
            return whole;
        }
        String first = dice.chance(shares.fashionableLetter()) ? whole.substring(0, 1) : own.draw(dice).hant;
        String last = dice.chance(shares.fashionableLetter())
                ? lastOf(fashion.draw(dice).letters)
                : own.draw(dice).hant;
        return first.equals(last) ? whole : first + last;
    }

    private static String lastOf(String letters) {
        return letters.substring(letters.length() - 1);
    }

    private String simplified(String letter) {
        Letter known = letters.get(letter);
        return known == null ? letter : known.hans;
    }

    private String latin(String letter, Region.Romanised romanised) {
        Letter known = letters.get(letter);
        if (known == null) {
            throw new IllegalArgumentException(
                    "given-names.csv uses %s, which characters.csv does not spell: add it there".formatted(letter));
        }
        return Objects.requireNonNull(known.latin.get(romanised));
    }

    private static String joined(List<String> syllables, Region.Romanised romanised) {
        return switch (romanised) {
            case WADE -> String.join("-", syllables);
            case CANTONESE -> String.join(" ", syllables);
            case PINYIN -> syllables.getFirst() + syllables.stream().skip(1)
                    .map(syllable -> syllable.toLowerCase(Locale.ROOT)).collect(Collectors.joining());
        };
    }

    private static Weighted<Given> inDecade(List<Given> givens, boolean female, int decade) {
        return new Weighted<>(givens, given -> fits(given.sex, female)
                && given.from < decade + DECADE && given.until > decade
                        ? given.weight
                        : fits(given.sex, female) ? 0.2 : 0);
    }

    private static boolean fits(String sex, boolean female) {
        return sex.equals("X") || sex.equals("F") == female;
    }

    private static Family family(NamedCsvRecord row) {
        return new Family(row.getField("hant"), row.getField("hans"), spellings(row),
                Map.of("TW", number(row, "tw"), "HK", number(row, "hk"), "CN", number(row, "cn")));
    }

    private static Letter letter(NamedCsvRecord row) {
        return new Letter(row.getField("hant"), row.getField("hans"), spellings(row), row.getField("gender"),
                number(row, "weight"));
    }

    private static Given given(NamedCsvRecord row) {
        return new Given(row.getField("given"), row.getField("gender"), number(row, "weight"),
                Integer.parseInt(row.getField("from")), Integer.parseInt(row.getField("until")));
    }

    private static Map<Region.Romanised, String> spellings(NamedCsvRecord row) {
        Map<Region.Romanised, String> spellings = new EnumMap<>(Region.Romanised.class);
        spellings.put(Region.Romanised.WADE, row.getField("wade"));
        spellings.put(Region.Romanised.CANTONESE, row.getField("cantonese"));
        spellings.put(Region.Romanised.PINYIN, row.getField("pinyin"));
        return spellings;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
