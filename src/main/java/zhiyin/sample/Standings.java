package zhiyin.sample;

import java.time.LocalDate;

/** Which systems know somebody and where the customer stands with the operator. */
final class Standings {

    private static final int ADULT = 18;
    private static final int LONGEST = 25;
    private static final double DAYS_A_YEAR = 365.25;

    private final OperatorSettings settings;
    private final Calendar calendar;

    Standings(OperatorSettings settings, Calendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    Person.Systems systems(Dice dice) {
        OperatorSettings.Presence presence = settings.presence();
        boolean crm = dice.chance(presence.crm());
        boolean twice = crm && dice.chance(presence.crmDuplicate());
        boolean billing = dice.chance(presence.billing());
        boolean prepaid = !billing && (!crm || dice.chance(presence.prepaid()));
        return new Person.Systems(crm, twice, billing, prepaid, dice.chance(presence.profile()));
    }

    Person.Standing standing(Dice dice, Person.Systems systems, LocalDate birth, boolean bad) {
        OperatorSettings.Lifecycle shares = settings.lifecycle();
        LocalDate until = calendar.until();
        double years = Math.min(LONGEST, dice.exponential(shares.tenureYears()));
        LocalDate grown = birth.plusYears(ADULT);
        LocalDate since = until.minusDays(20 + (long) (years * DAYS_A_YEAR));
        since = since.isBefore(grown) ? dice.day(grown, until.minusDays(1)) : since;
        if (!systems.billing()) {
            return new Person.Standing(systems.prepaid() ? Person.Status.ACTIVE : Person.Status.PROSPECT, since, null);
        }
        LocalDate leaving = dice.day(calendar.contactsBegin().plusDays(10), until.minusDays(1));
        if (dice.chance(bad ? shares.churnedWhenBad() : shares.churned()) && since.plusDays(90).isBefore(leaving)) {
            return new Person.Standing(Person.Status.LEFT, since, leaving);
        }
        return new Person.Standing(dice.chance(shares.suspended()) ? Person.Status.SUSPENDED : Person.Status.ACTIVE,
                since,
                null);
    }

    /** A prospect is somebody whom at least CRM knows. */
    Person.Systems certain(Person.Systems systems, Person.Standing standing) {
        return standing.status() == Person.Status.PROSPECT
                ? new Person.Systems(true, systems.crmTwice(), false, false, systems.profile())
                : systems;
    }
}
