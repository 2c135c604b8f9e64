package zhiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operator.yaml promises, seen in the files. */
class SampleRatesTests {

    @TempDir
    static Path folder;
    static Generated operator;
    static OperatorSettings settings;
    /** Feed and key to person. */
    static Map<String, String> truth = new HashMap<>();

    @BeforeAll
    static void generate() {
        operator = Generated.operator(Generated.CUSTOMERS, 11, folder);
        settings = new WordFiles(Path.of("etl/sample")).yaml("operator.yaml", OperatorSettings.class);
        Generated.read(folder.resolve(Truth.FILE)).forEach(row -> truth.put(row.get(2) + row.get(3), row.getFirst()));
    }

    @Test
    void knowsTheShareOfCustomersInEachSystem() {
        assertThat(peopleIn("customers")).isCloseTo(settings.presence().crm(), within(0.02));
        assertThat(peopleIn("accounts")).isCloseTo(settings.presence().billing(), within(0.02));
        assertThat(peopleIn("profiles")).isCloseTo(settings.presence().profile(), within(0.03));
    }

    @Test
    void carriesKeysOfOtherSystemsAsOftenAsDeclared() {
        assertThat(share(operator.column(Feed.ACCOUNTS, "customer_no"), value -> !value.isEmpty()))
                .isCloseTo(settings.presence().carriesCustomerNo(), within(0.02));
        assertThat(share(operator.column(Feed.SUBSCRIBERS, "account_no"), value -> !value.isEmpty()))
                .isCloseTo(settings.presence().carriesAccountNo(), within(0.03));
    }

    @Test
    void missesAndInventsValuesAsOftenAsDeclared() {
        OperatorSettings.Dirt dirt = settings.dirtOf("crm");
        assertThat(share(operator.column(Feed.CUSTOMERS, "id_no"), String::isEmpty)).isCloseTo(dirt.missingId(),
                within(0.02));
        assertThat(share(operator.column(Feed.CUSTOMERS, "mobile"), String::isEmpty))
                .isCloseTo(dirt.missingMobile(), within(0.02));
        assertThat(share(operator.column(Feed.ACCOUNTS, "birth_date"), "19000101"::equals))
                .isCloseTo(settings.dirtOf("billing").dummyBirth(), within(0.008));
    }

    @Test
    void breaksTheShareOfRowsThatIsDeclared() {
        long broken = List.of(Fault.values()).stream().filter(kind -> kind != Fault.UNKNOWN_CALLER)
                .mapToLong(kind -> operator.summary().planted(kind)).sum();
        assertThat((double) broken / operator.summary().totalRows()).isCloseTo(settings.faults().share(),
                within(0.0002));
    }

    @Test
    void hasTwentyContactsACustomerAndAHeavyTail() {
        int contacts = operator.rows(Feed.COMPLAINTS).size() + operator.rows(Feed.CALLS).size()
                + operator.rows(Feed.EVENTS).size() + operator.rows(Feed.VISITS).size();
        assertThat((double) contacts / Generated.CUSTOMERS).isBetween(17.0, 24.0);
        Map<String, Integer> sessions = new HashMap<>();
        operator.column(Feed.EVENTS, "profile_id").forEach(profile -> sessions.merge(profile, 1, Integer::sum));
        List<Integer> sorted = sessions.values().stream().sorted().toList();
        assertThat(sorted.getLast()).isGreaterThan(10 * sorted.get(sorted.size() / 2));
    }

    @Test
    void scalesBillsAndRowsWithTheCustomers() {
        assertThat((double) operator.rows(Feed.BILLS).size() / Generated.CUSTOMERS).isBetween(6.0, 7.0);
        assertThat((double) operator.summary().totalRows() / Generated.CUSTOMERS).isBetween(35.0, 45.0);
    }

    @Test
    void letsBillsThatAreNotSentFallDueAMonthLaterAtTheEarliest() {
        LocalDate nextMonth = Generated.UNTIL.plusMonths(1);
        assertThat(bills("NEW")).isNotEmpty()
                .allSatisfy(due -> assertThat(due).isGreaterThanOrEqualTo(nextMonth.toString()));
        assertThat(bills("PAID")).isNotEmpty()
                .allSatisfy(due -> assertThat(due).isLessThan(nextMonth.toString()));
    }

    @Test
    void leavesAFewBillsOpenWhenTheyFallDue() {
        List<String> sent = bills("SENT");
        List<String> partly = bills("PART");
        double due = Stream.of(sent, partly, bills("PAID")).flatMap(List::stream).filter(SampleRatesTests::isOver)
                .count();
        double late = Stream.concat(sent.stream(), partly.stream()).filter(SampleRatesTests::isOver).count();
        assertThat(late / due).isBetween(0.02, 0.06);
        assertThat((double) partly.size() / operator.rows(Feed.BILLS).size()).isBetween(0.004, 0.02);
    }

    @Test
    void givesLinesNumbersThatCanBeDialled() throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        List<String> digits = operator.column(Feed.SUBSCRIBERS, "msisdn").stream().filter(value -> !value.isEmpty())
                .toList();
        long valid = 0;
        for (String msisdn : digits) {
            valid += numbers.isValidNumber(numbers.parse("+" + msisdn, null)) ? 1L : 0L;
        }
        assertThat((double) valid / digits.size()).isGreaterThan(0.99);
    }

    @Test
    void letsPeopleComplainAndFrownWhereTheNetworkIsBad() {
        Map<String, Integer> scores = new HashMap<>();
        operator.rows(Feed.EXPERIENCE)
                .forEach(row -> scores.merge(row.getFirst(), Integer.parseInt(row.get(7)), Math::min));
        double[] bad = new double[2];
        double[] good = new double[2];
        for (List<String> row : operator.rows(Feed.SURVEYS)) {
            if (row.get(2).equals("NPS") && scores.containsKey(row.get(1))) {
                double[] side = scores.getOrDefault(row.get(1), 100) < 50 ? bad : good;
                side[0] += Integer.parseInt(row.get(3));
                side[1]++;
            }
        }
        assertThat(bad[1]).isPositive();
        assertThat(bad[0] / bad[1]).isLessThan(good[0] / good[1] - 1.5);
    }

    @Test
    void endsTheProductsOfWhoLeftAndRecordsTheCancellation() {
        Set<String> left = new HashSet<>();
        operator.rows(Feed.CUSTOMERS).stream().filter(row -> row.get(17).equals("T"))
                .forEach(row -> left.add(truth.getOrDefault("customers" + row.getFirst(), "")));
        Set<String> cancelled = new HashSet<>();
        operator.rows(Feed.CALLS).stream().filter(row -> row.get(10).equals("X"))
                .forEach(row -> cancelled.add(truth.getOrDefault("subscribers" + row.get(1), "")));
        Set<String> holding = new HashSet<>();
        operator.rows(Feed.PRODUCTS).stream().filter(row -> row.get(10).equals("A"))
                .forEach(row -> holding.add(truth.getOrDefault("accounts" + row.get(1), "")));
        assertThat(left).hasSizeGreaterThan(100).doesNotContainAnyElementsOf(holding);
        assertThat(left.stream().filter(cancelled::contains).count()).isGreaterThan((long) (left.size() * 0.98));
    }

    @Test
    void drawsPlacesFromTheAreas() {
        Set<List<String>> areas = new HashSet<>();
        operator.rows(Feed.AREAS).forEach(row -> areas.add(List.of(row.get(2), row.get(3), row.getFirst())));
        assertThat(operator.rows(Feed.CUSTOMERS)).allSatisfy(row -> assertThat(areas).contains(row.subList(10, 13)));
    }

    /** When the bills of a state fall due. */
    private static List<String> bills(String state) {
        return operator.rows(Feed.BILLS).stream().filter(row -> row.get(8).equals(state)).map(row -> row.get(7))
                .toList();
    }

    private static boolean isOver(String due) {
        return due.compareTo(Generated.UNTIL.toString()) < 0;
    }

    private static double peopleIn(String feed) {
        long people = truth.entrySet().stream().filter(entry -> entry.getKey().startsWith(feed))
                .map(Map.Entry::getValue)
                .distinct().count();
        return (double) people / Generated.CUSTOMERS;
    }

    private static double share(List<String> values, Predicate<String> wanted) {
        return (double) values.stream().filter(wanted).count() / values.size();
    }
}
