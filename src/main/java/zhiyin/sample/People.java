package zhiyin.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Makes the people of one block: households first, then their members. */
final class People {

    private static final int ADULT = 18;

    private record Household(Region region, Naming.FamilyName family, Place place, String landline) {}

    private final OperatorSettings settings;
    private final Naming naming;
    private final Atlas atlas;
    private final Keys keys;
    private final Calendar calendar;
    private final long seed;
    private final Mailboxes mailboxes;
    private final Standings standings;
    private final Weighted<Region> regions;
    private final Weighted<Integer> householdSizes;
    private final Weighted<Integer> ages;
    private final Map<String, Weighted<String>> languages = new HashMap<>();

    People(Operator operator, Keys keys, Calendar calendar, long seed) {
        settings = operator.settings();
        naming = operator.naming();
        atlas = operator.atlas();
        this.keys = keys;
        this.calendar = calendar;
        this.seed = seed;
        mailboxes = new Mailboxes(settings.regions(), keys);
        standings = new Standings(settings, calendar);
        regions = new Weighted<>(settings.regions(), Region::share);
        householdSizes = Weighted.of(settings.people().householdOf());
        ages = Weighted.of(settings.people().ages());
        settings.regions().forEach(region -> languages.put(region.country(), Weighted.of(region.languages())));
    }

    List<Person> block(long first, int size) {
        Dice dice = new Dice(seed, Dice.Subject.HOUSEHOLD, first);
        List<Person> people = new ArrayList<>(size);
        while (people.size() < size) {
            Household household = household(dice);
            @Nullable
            Person head = null;
            int members = householdSizes.draw(dice);
            for (int member = 0; member < members && people.size() < size; member++) {
                Person person = person(first + people.size(), household, head);
                head = head == null ? person : head;
                people.add(person);
                if (person.organisation()) {
                    break;
                }
            }
        }
        return people;
    }

    private String language(Dice dice, Region region) {
        return Objects.requireNonNull(languages.get(region.country())).draw(dice);
    }

    private Household household(Dice dice) {
        Region region = regions.draw(dice);
        Place place = atlas.place(dice, region);
        String landline = dice.chance(settings.people().landline()) ? landline(dice, region, place.area()) : "";
        return new Household(region, naming.family(dice, region), place, landline);
    }

    private static String landline(Dice dice, Region region, Place.Area area) {
        String start = area.areaCode().equals("2") || area.areaCode().equals("4") ? "2" : "";
        int digits = region.landlineDigits() - (region.country().equals("TW") && area.areaCode().length() > 1 ? 1 : 0);
        String number = (start + (char) ('2' + dice.below(7)) + Keys.padded(dice.below(10_000_000), 7))
                .substring(0, start.length() + digits);
        String code = region.country().equals("HK") || region.country().equals("SG")
                ? ""
                : region.trunk() + area.areaCode();
        return code.isEmpty() ? number : code + "-" + number;
    }

    private Person person(long index, Household household, @Nullable Person head) {
        Dice dice = new Dice(seed, Dice.Subject.PERSON, index);
        Region region = household.region;
        boolean organisation = head == null && dice.chance(settings.people().organisations());
        boolean related = head == null || dice.chance(settings.people().sharesFamilyName());
        boolean female = (head != null && !related) ? !head.female() : dice.chance(settings.people().female());
        LocalDate birth = birth(dice, head, related);
        Naming.FamilyName family = related ? household.family : naming.family(dice, region);
        Name name = organisation
                ? naming.company(dice, region)
                : naming.person(dice, region, family, female, birth.getYear());
        boolean bad = dice.chance(settings.experience().bad());
        double mood = Math.clamp(0.74 + 0.17 * dice.bell() - (bad ? 0.30 : 0), 0, 1);
        Person.Systems systems = standings.systems(dice);
        Person.Standing standing = standings.standing(dice, systems, birth, bad);
        return new Person(index, region, organisation, female, birth, name, idNumber(dice, index, region, organisation,
                female, birth), language(dice, region), home(dice, household),
                contact(dice, index, household, head, name, organisation, birth), standing,
                standings.certain(systems, standing), bad, mood, dice.factor(settings.contacts().tail()));
    }

    private LocalDate birth(Dice dice, @Nullable Person head, boolean related) {
        LocalDate youngest = calendar.until().minusYears(ADULT).minusDays(1);
        int back = ages.draw(dice) + dice.below(10);
        LocalDate drawn = calendar.until().minusYears(Math.max(ADULT, back)).minusDays(dice.between(1, 365));
        if (head == null) {
            return drawn;
        }
        LocalDate near = head.birth().plusDays(dice.between(-2200, 2200));
        LocalDate child = head.birth().plusYears(dice.between(23, 36)).plusDays(dice.below(365));
        LocalDate chosen = !related
                ? near
                : child.isBefore(youngest) ? child : head.birth().minusYears(dice.between(22, 34));
        return chosen.isAfter(youngest) ? drawn : chosen.getYear() < 1932 ? near : chosen;
    }

    private Person.Home home(Dice dice, Household household) {
        Place billed = dice.chance(settings.people().movedBeforeBilling())
                ? atlas.place(dice, household.region)
                : household.place;
        return new Person.Home(household.place, billed);
    }

    private Person.Contact contact(Dice dice, long index, Household household, @Nullable Person head, Name name,
            boolean organisation, LocalDate birth) {
        OperatorSettings.People shares = settings.people();
        Region region = household.region;
        PhoneNumber own = keys.mobile(region, index, 0);
        PhoneNumber mobile = head != null && dice.chance(shares.sharedMobile()) ? head.contact().mobile() : own;
        PhoneNumber other = dice.chance(shares.otherMobile()) ? keys.mobile(region, index, Keys.LINES - 1) : mobile;
        String email = !dice.chance(shares.email())
                ? ""
                : head != null && dice.chance(shares.sharedEmail())
                        ? head.contact().email()
                        : mailboxes.of(dice, index, region, name, organisation, birth);
        String second = !email.isEmpty() && dice.chance(shares.otherEmail())
                ? mailboxes.of(dice, index, region, name, organisation, birth)
                : email;
        return new Person.Contact(mobile, other, household.landline, email, second);
    }

    private String idNumber(Dice dice, long index, Region region, boolean organisation, boolean female,
            LocalDate birth) {
        if (organisation) {
            return switch (region.country()) {
                case "CN" -> IdNumber.mainlandCredit(dice, keys.digits(Keys.Series.IDENTITY, index, 8));
                case "HK" -> keys.digits(Keys.Series.IDENTITY, index, 8);
                default -> IdNumber.taiwanTax(keys.digits(Keys.Series.IDENTITY, index, 7));
            };
        }
        return switch (region.country()) {
            case "HK" -> hongKong(keys.scattered(Keys.Series.IDENTITY, index, 26_000_000));
            case "CN" -> IdNumber.mainland(dice, female, birth, (int) (index % 500));
            default -> IdNumber.taiwan(dice, female, !region.country().equals("TW"),
                    keys.digits(Keys.Series.IDENTITY, index, 7));
        };
    }

    private static String hongKong(long serial) {
        return IdNumber.hongKong(Keys.padded(serial % 1_000_000, 6), (char) ('A' + serial / 1_000_000));
    }
}
