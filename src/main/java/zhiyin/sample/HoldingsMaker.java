package zhiyin.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Decides what customers have. */
final class HoldingsMaker {

    private static final List<String> DEVICES = List.of("iPhone 13", "iPhone 14", "iPhone 15", "iPhone 15", "iPhone 16",
            "iPhone 16 Pro", "Galaxy A54", "Galaxy S23", "Galaxy S24", "Galaxy S25", "Redmi Note 13", "Pixel 8",
            "Zenfone 10", "OPPO Reno11", "vivo V30", "Xperia 10 VI");
    private static final int DAYS_UNTIL_RECYCLED = 30;

    private final OperatorSettings settings;
    private final Catalogue catalogue;
    private final Keys keys;
    private final Calendar calendar;
    private final long seed;
    private final Weighted<Integer> extras;
    private final Weighted<String> extraKinds;

    HoldingsMaker(Operator operator, Keys keys, Calendar calendar, long seed) {
        settings = operator.settings();
        catalogue = operator.catalogue();
        this.keys = keys;
        this.calendar = calendar;
        this.seed = seed;
        extras = Weighted.of(settings.holdings().extras());
        extraKinds = Weighted.of(settings.holdings().extraKinds());
    }

    /** The line that ended before in the same block may hand its number on to this customer. */
    Holdings of(Person person, Holdings.@Nullable Line ended) {
        Dice dice = new Dice(seed, Dice.Subject.HOLDINGS, person.index());
        Draft draft = new Draft(person, dice, ended);
        if (person.systems().billing()) {
            double second = settings.presence().secondAccount() * (person.organisation() ? 2 : 1);
            int accounts = dice.chance(second) ? 2 : 1;
            for (int place = 0; place < accounts; place++) {
                draft.addAccount(place);
            }
        } else if (person.systems().prepaid()) {
            draft.addPrepaidLine();
        }
        return new Holdings(draft.accounts, draft.lines);
    }

    private final class Draft {
        private final Person person;
        private final Dice dice;
        private final Holdings.@Nullable Line ended;
        private final List<Holdings.Account> accounts = new ArrayList<>();
        private final List<Holdings.Line> lines = new ArrayList<>();
        private int products;

        Draft(Person person, Dice dice, Holdings.@Nullable Line ended) {
            this.person = person;
            this.dice = dice;
            this.ended = ended;
        }

        void addAccount(int place) {
            String number = keys.account(person.index(), place);
            LocalDate since = person.standing().since();
            LocalDate opened = place == 0
                    ? since.plusDays(dice.chance(0.8) ? 0 : dice.below(20))
                    : dice.day(since, person.lastDay(calendar.until()).minusDays(60));
            opened = opened.isBefore(since) ? since : opened;
            List<Holdings.Product> held = new ArrayList<>();
            boolean noLine = !person.hasLeft() && place == 0 && dice.chance(settings.holdings().broadbandOnly());
            held.add(product(number, noLine ? Offering.Kind.BROADBAND : Offering.Kind.PLAN, opened, false));
            int more = extras.draw(dice);
            for (int extra = 0; extra < more; extra++) {
                Offering.Kind kind = Offering.Kind.valueOf(extraKinds.draw(dice));
                LocalDate start = dice.day(opened, person.lastDay(calendar.until()).minusDays(15));
                held.add(product(number, kind, start, dice.chance(settings.holdings().extraEnded())));
            }
            accounts.add(new Holdings.Account(number, opened, state(), payment(), held));
        }

        void addPrepaidLine() {
            LocalDate activated = person.standing().since();
            lines.add(new Holdings.Line(keys.subscriber(person.index(), 0), "", null, keys.mobile(person.region(),
                    person.index(), 0), activated, null, "A", dice.one(DEVICES)));
        }

        private Holdings.Product product(String account, Offering.Kind wanted, LocalDate start, boolean over) {
            Offering.Kind kind = wanted == Offering.Kind.PLAN && lines.size() >= Keys.LINES - 1
                    ? Offering.Kind.CONTENT
                    : wanted;
            int place = products++;
            Offering offering = catalogue.draw(dice, kind, person.organisation());
            PhoneNumber number = kind == Offering.Kind.PLAN ? number() : null;
            LocalDate up = number != null && number.equals(recycled()) ? Calendar.later(start, recycledFrom()) : start;
            LocalDate begun = Calendar.later(up, offering.launched());
            LocalDate left = person.standing().left();
            LocalDate end = left == null && over ? dice.day(begun, calendar.until()) : left;
            begun = end != null && begun.isAfter(end) ? end : begun;
            String status = end != null
                    ? "T"
                    : person.standing().status() == Person.Status.SUSPENDED
                            ? "S"
                            : begun.isAfter(calendar.until().minusDays(3)) ? "N" : "A";
            long price = dice.chance(0.12)
                    ? Math.round(offering.priceIn(person.region()) * 0.8)
                    : offering.priceIn(person.region());
            Holdings.Product product = new Holdings.Product(keys.product(person.index(), place), account, offering,
                    number, serial(kind), begun, end, status, price);
            if (number != null) {
                lines.add(line(product, number, place, up));
            }
            return product;
        }

        private Holdings.Line line(Holdings.Product product, PhoneNumber number, int place, LocalDate up) {
            String account = dice.chance(settings.presence().carriesAccountNo()) ? product.account() : "";
            return new Holdings.Line(keys.subscriber(person.index(), place), account, product, number, up,
                    product.end(), product.status().equals("N") ? "A" : product.status(), dice.one(DEVICES));
        }

        /** The first line may have an old number back in service; every other has one of the customer's own. */
        private PhoneNumber number() {
            PhoneNumber old = recycled();
            return lines.isEmpty() && old != null && dice.chance(settings.presence().recycled())
                    ? old
                    : keys.mobile(person.region(), person.index(), lines.size());
        }

        private @Nullable PhoneNumber recycled() {
            boolean fits = ended != null && !person.hasLeft() && ended.number().region().equals(person.region())
                    && recycledFrom().isBefore(calendar.until());
            return fits && ended != null ? ended.number() : null;
        }

        private LocalDate recycledFrom() {
            LocalDate free = ended == null ? null : ended.ended();
            return free == null ? calendar.until() : free.plusDays(DAYS_UNTIL_RECYCLED);
        }

        private String serial(Offering.Kind kind) {
            return switch (kind) {
                case DEVICE -> imei();
                case BROADBAND -> "ONT" + Keys.padded(dice.below(1_000_000_000), 9);
                case PLAN, CONTENT, ADDON -> "";
            };
        }

        private String imei() {
            String body = "35" + Keys.padded(dice.below(1_000_000), 6) + Keys.padded(dice.below(1_000_000), 6);
            int sum = 0;
            for (int at = 0; at < body.length(); at++) {
                int digit = (body.charAt(at) - '0') * (at % 2 + 1);
                sum += digit / 10 + digit % 10;
            }
            return body + (10 - sum % 10) % 10;
        }

        private String state() {
            return switch (person.standing().status()) {
                case LEFT -> "C";
                case SUSPENDED -> "S";
                case ACTIVE, PROSPECT -> "A";
            };
        }

        private Holdings.Payment payment() {
            double late = settings.holdings().late() * (person.standing().status() == Person.Status.SUSPENDED ? 8 : 1);
            if (dice.chance(settings.holdings().collection() * (person.hasLeft() ? 5 : 1))) {
                return Holdings.Payment.COLL;
            }
            return dice.chance(late) ? Holdings.Payment.LATE : Holdings.Payment.OK;
        }
    }
}
