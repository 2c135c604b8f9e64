package zhiyin.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Billing: accounts, products and bills. Bills come first, because an account's balance is what they leave open. */
final class BillingExtract {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.BASIC_ISO_DATE;
    /** Bills are sent on this day of the month after their own, and are due on the same day a month later. */
    private static final int BILL_DAY = 5;
    private static final int LATE_BILLS = 2;
    private static final int COLLECTED_BILLS = 4;

    private final Run run;
    private final Smudge smudge;

    BillingExtract(Run run) {
        this.run = run;
        smudge = new Smudge(run.operator(), "billing");
    }

    void writeCatalogue() {
        Region home = run.settings().regions().getFirst();
        for (Offering offering : run.operator().catalogue().offerings()) {
            run.extracts().write(Feed.OFFERINGS, offering.code(), offering.hant(), offering.hans(), offering.english(),
                    offering.kind().name(), offering.status(), money(offering.priceIn(home)), home.currency(),
                    offering.minutes(), offering.messages(), offering.megabytes());
        }
    }

    void write(Person person, Holdings holdings, List<String> customerNumbers) {
        Dice dice = run.dice(Dice.Subject.BILLING, person);
        for (Holdings.Account account : holdings.accounts()) {
            long balance = bills(dice, person, account);
            account(dice, person, account, balance, customerNumbers);
            account.products().forEach(product -> product(person, product));
        }
    }

    private void account(Dice dice, Person person, Holdings.Account account, long balance, List<String> customers) {
        boolean carries = !customers.isEmpty() && dice.chance(run.settings().presence().carriesCustomerNo());
        Place place = person.home().billed();
        Place.Area area = place.area();
        run.extracts().writeParty(Feed.ACCOUNTS, person, account.number(), carries ? dice.one(customers) : "",
                smudge.name(dice, person), person.organisation() ? "O" : "P", smudge.idNumber(dice, person.idNumber()),
                smudge.birth(dice, person).map(BIRTH::format).orElse(""), smudge.mobile(dice, person),
                smudge.email(dice, person.contact().email()), smudge.country(dice, person), area.province(),
                area.city(),
                area.postalCode(), smudge.address(dice, place), account.opened().toString(), account.state(),
                account.payment().name(), money(balance), person.region().currency());
    }

    private void product(Person person, Holdings.Product product) {
        PhoneNumber line = product.line();
        LocalDate end = product.end();
        run.extracts().write(Feed.PRODUCTS, product.number(), product.account(), product.offering().code(),
                product.offering().hant(),
                product.offering().kind().name(), line == null ? "" : line.written(Notation.PLAIN), product.serial(),
                person.region().country(), product.start().toString(), end == null ? "" : end.toString(),
                product.status(), money(product.price()), person.region().currency());
    }

    /** Answers what is still to be paid. */
    private long bills(Dice dice, Person person, Holdings.Account account) {
        long open = 0;
        for (YearMonth month : run.calendar().billMonths()) {
            LocalDate end = month.atEndOfMonth();
            List<Holdings.Product> charged = account.products().stream()
                    .filter(product -> product.isHeldBetween(month.atDay(1), end)).toList();
            if (!charged.isEmpty() && !end.isAfter(run.calendar().until())) {
                long due = due(dice, person, charged, month);
                LocalDate dueDate = month.plusMonths(2).atDay(BILL_DAY);
                Settlement settled = settlement(dice, account.payment(), dueDate, due);
                open += settled.remaining;
                run.extracts().write(Feed.BILLS, month, "B" + month.toString().replace("-", "") + account.number(),
                        account.number(), month.atDay(1).toString(), end.toString(), money(due),
                        money(settled.remaining),
                        person.region().currency(), dueDate.toString(), settled.state);
            }
        }
        return open;
    }

    private long due(Dice dice, Person person, List<Holdings.Product> charged, YearMonth month) {
        double due = 0;
        for (Holdings.Product product : charged) {
            due += product.price();
            if (run.isOverAllowance(product, month)) {
                due += dice.around(run.settings().holdings().overageCharge(), 0.7) * person.region().perTwd();
            }
        }
        double calls = dice.chance(0.4) ? dice.exponential(45) * person.region().perTwd() : 0;
        return Math.round(due + calls);
    }

    private record Settlement(String state, long remaining) {}

    private Settlement settlement(Dice dice, Holdings.Payment payment, LocalDate dueDate, long due) {
        LocalDate until = run.calendar().until();
        if (!dueDate.isBefore(until.plusMonths(1))) {
            return new Settlement("NEW", due);
        }
        OperatorSettings.Holdings shares = run.settings().holdings();
        if (dice.chance(shares.held())) {
            return new Settlement("HOLD", due);
        }
        // How many bills have fallen due, from this one on.
        long fallenDue = dueDate.isAfter(until) ? 0 : 1 + ChronoUnit.MONTHS.between(dueDate, until);
        double unpaid = switch (payment) {
            case OK -> fallenDue == 0 ? shares.notPaidYet() : fallenDue == 1 ? shares.forgotten() : 0;
            case LATE -> fallenDue <= LATE_BILLS ? 1 : 0;
            case COLL -> fallenDue <= COLLECTED_BILLS ? 1 : 0;
        };
        if (!dice.chance(unpaid)) {
            return new Settlement("PAID", 0);
        }
        return dice.chance(shares.partlyPaid())
                ? new Settlement("PART", Math.round(due * 0.4))
                : new Settlement("SENT", due);
    }

    private static String money(long amount) {
        return amount + ".00";
    }
}
