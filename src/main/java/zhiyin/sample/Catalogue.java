package zhiyin.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** What the operator sells. */
final class Catalogue {

    private final List<Offering> offerings;
    private final Map<Offering.Kind, Weighted<Offering>> byKind = new EnumMap<>(Offering.Kind.class);

    Catalogue(WordFiles files) {
        offerings = files.csv("offerings.csv", Catalogue::offering);
        for (Offering.Kind kind : Offering.Kind.values()) {
            byKind.put(kind, new Weighted<>(offerings.stream().filter(offering -> offering.kind() == kind).toList(),
                    Offering::weight));
        }
    }

    List<Offering> offerings() {
        return offerings;
    }

    Offering draw(Dice dice, Offering.Kind kind) {
        return Objects.requireNonNull(byKind.get(kind)).draw(dice);
    }

    private static Offering offering(NamedCsvRecord row) {
        return new Offering(row.getField("code"), row.getField("name_zh_hant"), row.getField("name_zh_hans"),
                row.getField("name_en"), Offering.Kind.valueOf(row.getField("kind")), row.getField("status"),
                Double.parseDouble(row.getField("price")), row.getField("minutes"), row.getField("messages"),
                row.getField("megabytes"), Double.parseDouble(row.getField("weight")));
    }
}
