package zhiyin.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** What the operator sells. */
final class Catalogue {

    private final List<Offering> offerings;
    private final Map<Offering.Kind, Weighted<Offering>> forPeople = new EnumMap<>(Offering.Kind.class);
    private final Map<Offering.Kind, Weighted<Offering>> forOrganisations = new EnumMap<>(Offering.Kind.class);

    Catalogue(WordFiles files) {
        offerings = files.csv("offerings.csv", Catalogue::offering);
        for (Offering.Kind kind : Offering.Kind.values()) {
            forPeople.put(kind, sold(kind, false));
            forOrganisations.put(kind, sold(kind, true));
        }
    }

    List<Offering> offerings() {
        return offerings;
    }

    Offering draw(Dice dice, Offering.Kind kind, boolean organisation) {
        return Objects.requireNonNull((organisation ? forOrganisations : forPeople).get(kind)).draw(dice);
    }

    private Weighted<Offering> sold(Offering.Kind kind, boolean organisation) {
        return new Weighted<>(offerings.stream()
                .filter(offering -> offering.kind() == kind && offering.isSoldTo(organisation)).toList(),
                Offering::weight);
    }

    private static Offering offering(NamedCsvRecord row) {
        return new Offering(row.getField("code"), row.getField("name_zh_hant"), row.getField("name_zh_hans"),
                row.getField("name_en"), Offering.Kind.valueOf(row.getField("kind")), row.getField("status"),
                Double.parseDouble(row.getField("price")), row.getField("minutes"), row.getField("messages"),
                row.getField("megabytes"), Double.parseDouble(row.getField("weight")),
                row.getField("segment"), LocalDate.parse(row.getField("launched")));
    }
}
