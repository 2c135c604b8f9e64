package zhiyin.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Where people live: areas by population, streets by how common they are. */
final class Atlas {

    private record Street(String country, String local, String english, double weight, String province) {}

    private static final List<String> SECTIONS = List.of("", "", "一段", "二段", "三段", "四段");
    private static final List<String> ESTATES = List.of("碧翠苑", "海景花園", "富麗大廈", "康樂大廈", "翠華苑", "金輝樓");
    private static final List<String> ESTATES_ENGLISH = List.of("Jade Court", "Sea View Garden", "Fu Lai Mansion",
            "Hong Lok Building", "Tsui Wah Court", "Kam Fai House");

    private final List<Place.Area> areas;
    private final Map<String, Weighted<Place.Area>> byCountry = new HashMap<>();
    private final Map<String, Weighted<Street>> streets = new HashMap<>();

    Atlas(WordFiles files, List<Region> regions) {
        areas = files.csv("areas.csv", Atlas::area);
        List<Street> read = files.csv("streets.csv", row -> new Street(row.getField("country"), row.getField("local"),
                row.getField("english"), Double.parseDouble(row.getField("weight")), row.getField("province")));
        for (Region region : regions) {
            String country = region.country();
            byCountry.put(country,
                    new Weighted<>(areas.stream().filter(area -> area.country().equals(country)).toList(),
                            Place.Area::population));
            for (Place.Area area : areas) {
                if (area.country().equals(country)) {
                    streets.computeIfAbsent(area.province(), province -> streetsOf(read, country, province));
                }
            }
        }
    }

    List<Place.Area> areas() {
        return areas;
    }

    Place place(Dice dice, Region region) {
        Place.Area area = Objects.requireNonNull(byCountry.get(region.country())).draw(dice);
        Street street = Objects.requireNonNull(streets.get(area.province())).draw(dice);
        return switch (region.country()) {
            case "TW" -> taiwan(dice, area, street);
            case "HK" -> hongKong(dice, area, street);
            case "CN" -> mainland(dice, area, street);
            case "JP" -> japan(dice, area, street);
            default -> western(dice, area, street);
        };
    }

    /** Streets without a province are to be found in all of them. */
    private static Weighted<Street> streetsOf(List<Street> streets, String country, String province) {
        return new Weighted<>(streets.stream().filter(street -> street.country.equals(country)
                && (street.province.isEmpty() || street.province.equals(province))).toList(), Street::weight);
    }

    private static Place taiwan(Dice dice, Place.Area area, Street street) {
        int section = street.local.endsWith("路") ? dice.below(SECTIONS.size()) : 0;
        int number = (int) Math.min(900, 1 + dice.exponential(110));
        int lane = dice.chance(0.35) ? dice.between(2, 480) : 0;
        int alley = lane > 0 && dice.chance(0.35) ? dice.between(1, 40) : 0;
        int floor = dice.chance(0.75) ? dice.between(1, 14) : 0;
        int unit = floor > 0 && dice.chance(0.4) ? dice.between(1, 6) : 0;
        String local = area.province() + area.city() + street.local + SECTIONS.get(section)
                + (lane > 0 ? lane + "巷" : "") + (alley > 0 ? alley + "弄" : "") + number + "號"
                + (floor > 0 ? floor + "樓" : "") + (unit > 0 ? "之" + unit : "");
        String english = (floor > 0 ? floor + "F." + (unit > 0 ? "-" + unit : "") + ", " : "") + "No. " + number + ", "
                + (alley > 0 ? "Aly. " + alley + ", " : "") + (lane > 0 ? "Ln. " + lane + ", " : "")
                + (section > 1 ? "Sec. " + (section - 1) + ", " : "") + street.english + ", " + area.cityEnglish()
                + ", "
                + area.provinceEnglish() + " " + area.postalCode() + ", Taiwan";
        return new Place(area, local, english);
    }

    private static Place hongKong(Dice dice, Place.Area area, Street street) {
        int estate = dice.below(ESTATES.size());
        int number = dice.between(1, 780);
        int floor = dice.between(1, 42);
        char flat = (char) ('A' + dice.below(8));
        String local = area.province() + area.city() + street.local + number + "號" + ESTATES.get(estate) + floor + "樓"
                + flat
                + "室";
        String english = "Flat " + flat + ", " + floor + "/F, " + ESTATES_ENGLISH.get(estate) + ", " + number + " "
                + street.english + ", " + area.cityEnglish() + ", " + area.provinceEnglish();
        return new Place(area, local, english);
    }

    private static Place mainland(Dice dice, Place.Area area, Street street) {
        int number = dice.between(1, 1200);
        int building = dice.between(1, 28);
        String room = dice.between(1, 32) + "0" + dice.between(1, 6);
        String local = area.province() + area.city() + street.local + number + "号" + building + "栋" + room + "室";
        String english = "Room " + room + ", Building " + building + ", No. " + number + " " + street.english + ", "
                + area.cityEnglish() + ", " + area.provinceEnglish() + " " + area.postalCode() + ", China";
        return new Place(area, local, english);
    }

    private static Place japan(Dice dice, Place.Area area, Street street) {
        String block = dice.between(1, 8) + "-" + dice.between(1, 30) + "-" + dice.between(1, 25);
        String room = dice.chance(0.6) ? " " + dice.between(1, 12) + "0" + dice.between(1, 9) : "";
        return new Place(area, area.province() + area.city() + street.local + block + room,
                block + room + " " + street.english + ", " + area.cityEnglish() + ", " + area.provinceEnglish() + " "
                        + area.postalCode() + ", Japan");
    }

    private static Place western(Dice dice, Place.Area area, Street street) {
        String unit = dice.chance(0.45) ? ", Apt " + dice.between(1, 48) : "";
        String line = dice.between(1, 2400) + " " + street.english + unit + ", " + area.cityEnglish() + ", "
                + area.provinceEnglish() + " " + area.postalCode();
        return new Place(area, line, line);
    }

    private static Place.Area area(NamedCsvRecord row) {
        return new Place.Area(row.getField("postal_code"), row.getField("country"), row.getField("province"),
                row.getField("city"), Integer.parseInt(row.getField("population")), row.getField("province_en"),
                row.getField("city_en"), row.getField("area_code"));
    }
}
