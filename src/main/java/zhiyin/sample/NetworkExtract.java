package zhiyin.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** The network: lines, what they consume and how well they are served. */
final class NetworkExtract {

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final double UNLIMITED = 60_000;

    private final Run run;

    NetworkExtract(Run run) {
        this.run = run;
    }

    void writeAreas() {
        for (Place.Area area : run.operator().atlas().areas()) {
            run.extracts().write(Feed.AREAS, area.postalCode(), area.country(), area.province(), area.city(),
                    Integer.toString(area.population()));
        }
    }

    void write(Person person, Holdings holdings) {
        Dice dice = run.dice(Dice.Subject.NETWORK, person);
        for (Holdings.Line line : holdings.lines()) {
            subscriber(person, line);
            for (YearMonth month : run.calendar().usageMonths()) {
                if (line.isUpBetween(month.atDay(1), month.atEndOfMonth())) {
                    usage(dice, line, month);
                    experience(dice, person, line, month);
                }
            }
        }
    }

    private void subscriber(Person person, Holdings.Line line) {
        Holdings.Product product = line.product();
        run.extracts().writeParty(Feed.SUBSCRIBERS, person, line.subscriber(), line.account(),
                product == null ? "" : product.number(), line.number().digits(), person.region().country(),
                line.device(),
                DAY_FIRST.format(line.activated()), line.status());
    }

    private void usage(Dice dice, Holdings.Line line, YearMonth month) {
        Holdings.Product product = line.product();
        if (product == null) {
            return;
        }
        String allowance = product.offering().megabytes();
        double usual = allowance.isEmpty() ? UNLIMITED : Double.parseDouble(allowance);
        boolean over = run.isOverAllowance(product, month);
        double drawn = dice.around(usual * run.settings().holdings().dataShare(), 0.55);
        double data = over
                ? usual * (1.02 + dice.exponential(0.15))
                : allowance.isEmpty() ? drawn : Math.min(drawn, usual);
        long voice = Math.round(dice.around(55, 1.0));
        long roaming = dice.chance(run.settings().holdings().roaming()) ? Math.round(dice.around(900, 1.0)) : 0;
        run.extracts().write(Feed.USAGE, month, line.subscriber(), product.number(), month.toString(),
                Long.toString(voice),
                Integer.toString(dice.poisson(6)), Long.toString(Math.round(data)), Long.toString(roaming),
                Boolean.toString(over));
    }

    private void experience(Dice dice, Person person, Holdings.Line line, YearMonth month) {
        String postalCode = person.home().place().area().postalCode();
        boolean trouble = isTroubled(postalCode, month);
        OperatorSettings.Experience shares = run.settings().experience();
        OperatorSettings.Quality quality = person.bad() ? shares.poor() : shares.good();
        Holdings.Product product = line.product();
        boolean fast = product != null && product.offering().isFifthGeneration();
        int drops = dice.poisson(quality.drops() * dice.factor(0.5) * (trouble ? 2 : 1));
        double throughput = dice.around(quality.throughput(), 0.45) * (fast ? 1 : shares.fourthGeneration())
                * (trouble ? 0.6 : 1);
        double latency = dice.around(quality.latency(), 0.25) * (fast ? 1 : 1.35);
        int outages = dice.poisson(quality.outages()) + (trouble ? 1 : 0);
        run.extracts().write(Feed.EXPERIENCE, month, line.subscriber(), month.toString(), postalCode,
                Integer.toString(drops), decimal(throughput), decimal(latency), Integer.toString(outages),
                Integer.toString(score(drops, throughput, latency, outages)));
    }

    /** Everybody in an area has the same outages. */
    private boolean isTroubled(String postalCode, YearMonth month) {
        LocalDate first = month.atDay(1);
        long subject = postalCode.hashCode() * 100_000L + first.toEpochDay();
        return new Dice(run.seed(), Dice.Subject.AREA, subject).chance(run.settings().experience().badAreaMonth());
    }

    private static int score(int drops, double throughput, double latency, int outages) {
        double lost = Math.min(35, drops * 2.5) + Math.min(24, outages * 7) + Math.max(0, 30 - throughput) * 0.9
                + Math.max(0, latency - 40) * 0.35;
        return Math.clamp(Math.round(98 - lost), 0, 100);
    }

    private static String decimal(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
