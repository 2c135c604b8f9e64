package zhiyin.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** App and web: profiles, and what their owners do there. */
final class ProfileExtract {

    private static final double GOES_ON = 0.86;
    /** Nobody is looked at in the months before leaving for longer than this. */
    private static final int RESTLESS_DAYS = 60;

    private final Run run;
    private final Smudge smudge;
    private final Terms terms;
    private final Weighted<ContactWords.Journey> content;
    private final Weighted<ContactWords.Journey> bad;
    private final Weighted<ContactWords.Journey> leaving;

    ProfileExtract(Run run) {
        this.run = run;
        smudge = new Smudge(run.operator(), "channel");
        terms = run.operator().terms();
        List<ContactWords.Journey> journeys = run.operator().words().journeys();
        content = new Weighted<>(journeys, journey -> weight(journey, ContactWords.Mood.ANY));
        bad = new Weighted<>(journeys, journey -> weight(journey, ContactWords.Mood.BAD));
        leaving = new Weighted<>(journeys, journey -> weight(journey, ContactWords.Mood.LEAVING));
    }

    void write(Person person) {
        if (!person.systems().profile()) {
            return;
        }
        Dice dice = run.dice(Dice.Subject.CHANNEL, person);
        LocalDate since = person.standing().since();
        LocalDate last = person.lastDay(run.calendar().until());
        LocalDate registered = dice.chance(0.6)
                ? since.plusDays(dice.below(20))
                : dice.day(since, last.minusDays(1));
        registered = registered.isAfter(last) ? since : registered;
        String profile = run.keys().profile(person.index());
        run.extracts().writeParty(Feed.PROFILES, person, profile, smudge.name(dice, person),
                smudge.email(dice, person.contact().otherEmail()), smudge.mobile(dice, person),
                smudge.country(dice, person), person.language(), Calendar.utc(run.calendar().during(dice, registered)));
        events(person, profile, registered.plusDays(1), last);
    }

    private void events(Person person, String profile, LocalDate first, LocalDate last) {
        Dice dice = run.dice(Dice.Subject.EVENTS, person);
        int sessions = run.contacts(dice, person, run.settings().contacts().events(), 1);
        int place = 0;
        for (int session = 0; session < sessions && !first.isAfter(last); session++) {
            LocalDateTime at = run.calendar().moment(dice, first, last);
            place = session(dice, person, profile, at, place);
        }
    }

    private int session(Dice dice, Person person, String profile, LocalDateTime begun, int firstPlace) {
        LocalDate left = person.standing().left();
        boolean restless = left != null && begun.toLocalDate().isAfter(left.minusDays(RESTLESS_DAYS));
        ContactWords.Journey journey = (restless ? leaving : person.bad() ? bad : content).draw(dice);
        String channel = dice.chance(run.settings().contacts().appShare()) ? "APP" : "WEB";
        LocalDateTime at = begun;
        int place = firstPlace;
        for (String step : journey.steps()) {
            int seconds = (int) Math.clamp(dice.around(journey.seconds(), 0.8), 2, 1800);
            run.extracts().write(Feed.EVENTS, YearMonth.from(begun), run.keys().contact('E', person.index(), place++),
                    profile, channel, terms.action(ContactWords.Journey.action(step)).in(person.region()),
                    ContactWords.Journey.page(step), Calendar.utc(at),
                    Integer.toString(seconds));
            at = at.plusSeconds(seconds + 1L);
            if (!dice.chance(GOES_ON)) {
                break;
            }
        }
        return place;
    }

    private static double weight(ContactWords.Journey journey, ContactWords.Mood mood) {
        return journey.mood() == ContactWords.Mood.ANY || journey.mood() == mood ? journey.weight() : 0;
    }
}
