package zhiyin.sample;

import java.time.YearMonth;

/** What all writers of one run share. */
record Run(Operator operator, Keys keys, Calendar calendar, long seed, Extracts extracts) {

    OperatorSettings settings() {
        return operator.settings();
    }

    Dice dice(Dice.Subject subject, Person person) {
        return new Dice(seed, subject, person.index());
    }

    /** How many contacts of a kind a customer has: heavy-tailed, and more of them for those who are served badly. */
    int contacts(Dice dice, Person person, double mean, double timesWhenBad) {
        OperatorSettings.Contacts shares = settings().contacts();
        double expected = mean * person.activity() * dice.factor(shares.ownTail()) * (person.bad() ? timesWhenBad : 1);
        return dice.poisson(Math.min(expected, shares.atMost()));
    }

    /** Whether a product went over its allowance in a month: billing and network agree on it. */
    boolean isOverAllowance(Holdings.Product product, YearMonth month) {
        long subject = ((long) product.number().hashCode() << 16) | (month.hashCode() & 0xFFFF);
        return product.line() != null && !product.offering().megabytes().isEmpty()
                && new Dice(seed, Dice.Subject.NETWORK, subject).chance(settings().holdings().overage());
    }
}
