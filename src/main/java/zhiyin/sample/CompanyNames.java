package zhiyin.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Organisations. */
final class CompanyNames {

    private static final int HANT = 0;
    private static final int HANS = 1;
    private static final int ENGLISH = 2;

    private record Parts(List<List<String>> firstParts, List<List<String>> trades,
            Map<String, List<List<String>>> forms) {}

    private final Parts parts;

    CompanyNames(WordFiles files) {
        parts = files.yaml("companies.yaml", Parts.class);
    }

    Name company(Dice dice, Region region) {
        List<String> first = dice.one(parts.firstParts);
        List<String> trade = dice.one(parts.trades);
        List<String> form = dice.one(parts.forms.getOrDefault(region.country(),
                Objects.requireNonNull(parts.forms.get("other"))));
        String city = dice.chance(0.3) ? "新" : "";
        String english = (city.isEmpty() ? "" : "New ") + first.get(ENGLISH) + " " + trade.get(ENGLISH) + " "
                + form.get(ENGLISH);
        return new Name(city + first.get(HANT) + trade.get(HANT) + form.get(HANT),
                city + first.get(HANS) + trade.get(HANS) + form.get(HANS), "", english);
    }
}
