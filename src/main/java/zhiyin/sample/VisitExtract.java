package zhiyin.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Shops. */
final class VisitExtract {

    private final Run run;
    private final Terms terms;
    private final Weighted<ContactWords.Reason> reasons;

    VisitExtract(Run run) {
        this.run = run;
        terms = run.operator().terms();
        reasons = new Weighted<>(run.operator().words().visits(), ContactWords.Reason::weight);
    }

    void write(Person person, List<String> customerNumbers) {
        if (customerNumbers.isEmpty()) {
            return;
        }
        Dice dice = run.dice(Dice.Subject.VISITS, person);
        int visits = run.contacts(dice, person, run.settings().contacts().visits(), 1);
        List<String> stores = run.operator().words().storesOf(person.home().place().area());
        String usual = dice.one(stores);
        LocalDate last = person.lastDay(run.calendar().until());
        for (int place = 0; place < visits; place++) {
            ContactWords.Reason reason = reasons.draw(dice);
            LocalDateTime at = run.calendar().shopping(dice, person.standing().since(), last);
            String store = dice.chance(0.8) ? usual : dice.one(stores);
            int minutes = (int) Math.clamp(dice.around(reason.talk(), 0.5), 2, 180);
            run.extracts().write(Feed.VISITS, run.keys().contact('V', person.index(), place), dice.one(customerNumbers),
                    store, Calendar.utc(at), Integer.toString(minutes), reason.type(),
                    terms.reason(reason.reason()).in(person.region()),
                    terms.resolution(dice.one(reason.resolutions())).in(person.region()), Agents.ofShop(dice, store));
        }
    }
}
