package zhiyin.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

import net.datafaker.Faker;

/** Names that are not Chinese, drawn once from the words of Datafaker, so that no customer waits for it. */
final class ForeignNames {

    private record Pool(List<String> women, List<String> men, List<String> families) {}

    private static final int SIZE = 300;

    private final Map<String, Pool> pools = new HashMap<>();

    ForeignNames(List<Region> regions) {
        for (Region region : regions) {
            String locale = region.fakerLocale();
            if (locale != null) {
                // Always the same seed: the words belong to the word lists, the run's seed only picks among them.
                pools.put(region.country(),
                        pool(new Faker(Locale.forLanguageTag(locale), new Random(20261031)), locale));
            }
        }
    }

    String family(Dice dice, Region region) {
        return dice.one(pool(region).families);
    }

    Name person(Dice dice, Region region, String family, boolean female) {
        String given = dice.one(female ? pool(region).women : pool(region).men);
        if (Character.isIdeographic(family.codePointAt(0))) {
            String whole = family + " " + given;
            return new Name(whole, whole, "", "");
        }
        return new Name(given + " " + family, given + " " + family, family, given);
    }

    private Pool pool(Region region) {
        return Objects.requireNonNull(pools.get(region.country()));
    }

    /** Datafaker knows Japanese given names, but not which of them are whose. */
    private static Pool pool(Faker faker, String locale) {
        List<String> families = drawn(() -> faker.name().lastName());
        if (locale.equals("ja")) {
            List<String> given = drawn(() -> faker.name().firstName());
            return new Pool(given, given, families);
        }
        return new Pool(drawn(() -> faker.name().femaleFirstName()), drawn(() -> faker.name().maleFirstName()),
                families);
    }

    private static List<String> drawn(Supplier<String> word) {
        List<String> words = new ArrayList<>(SIZE);
        for (int drawn = 0; drawn < SIZE; drawn++) {
            words.add(word.get());
        }
        return words;
    }
}
