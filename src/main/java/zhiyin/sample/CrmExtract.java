package zhiyin.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** CRM: customers, some of them registered twice, and their complaints. */
final class CrmExtract {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final Run run;
    private final Smudge smudge;
    private final Terms terms;
    private final Weighted<String> tiers;
    private final Weighted<String> channels;
    private final Causes causes;

    CrmExtract(Run run, Causes causes) {
        this.run = run;
        this.causes = causes;
        terms = run.operator().terms();
        smudge = new Smudge(run.operator(), "crm");
        tiers = Weighted.of(run.settings().lifecycle().tiers());
        channels = Weighted.of(run.settings().contacts().complaintChannels());
    }

    /** The numbers under which CRM knows somebody: none, one or two. */
    List<String> customerNumbers(Person person) {
        List<String> numbers = new ArrayList<>(2);
        if (person.systems().crm()) {
            numbers.add(run.keys().customer(person.index(), 0));
        }
        if (person.systems().crmTwice()) {
            numbers.add(run.keys().customer(person.index(), 1));
        }
        return numbers;
    }

    void write(Person person, Holdings holdings) {
        Dice dice = run.dice(Dice.Subject.CRM, person);
        List<String> numbers = customerNumbers(person);
        for (String number : numbers) {
            customer(dice, person, number, number.equals(numbers.getFirst()));
        }
        if (!numbers.isEmpty()) {
            complaints(person, holdings, numbers);
        }
    }

    private void customer(Dice dice, Person person, String number, boolean first) {
        DateTimeFormatter format = dice.chance(0.3) ? SLASHES : DateTimeFormatter.ISO_LOCAL_DATE;
        Place.Area area = person.home().place().area();
        LocalDate until = run.calendar().until();
        LocalDate since = first ? person.standing().since() : dice.day(person.standing().since(), until.minusDays(2));
        LocalDate updated = until.minusDays((long) dice.exponential(run.settings().lifecycle().updatedDays()));
        LocalDate left = person.standing().left();
        updated = Calendar.later(updated, left == null || left.isBefore(since) ? since : left);
        String email = first || !dice.chance(0.5) ? person.contact().email() : person.contact().otherEmail();
        run.extracts().writeParty(Feed.CUSTOMERS, person, number, smudge.name(dice, person),
                person.organisation() ? "O" : "P", smudge.idNumber(dice, person.idNumber()),
                smudge.birth(dice, person).map(format::format).orElse(""), smudge.gender(dice, person),
                smudge.mobile(dice, person), smudge.landline(dice, person), smudge.email(dice, email),
                smudge.country(dice, person), area.province(), area.city(), area.postalCode(),
                smudge.address(dice, person.home().place()), person.language(), first ? tiers.draw(dice) : "NORMAL",
                format.format(since), status(dice, person), Calendar.local(run.calendar().during(dice, updated)));
    }

    private String status(Dice dice, Person person) {
        return person.hasLeft() && dice.chance(run.settings().lifecycle().statusForgotten())
                ? Person.Status.ACTIVE.code()
                : person.standing().status().code();
    }

    private void complaints(Person person, Holdings holdings, List<String> numbers) {
        Dice dice = run.dice(Dice.Subject.COMPLAINTS, person);
        OperatorSettings.Contacts shares = run.settings().contacts();
        int count = run.contacts(dice, person, shares.complaints(), shares.badComplaints());
        for (int place = 0; place < count; place++) {
            String channel = channels.draw(dice);
            LocalDateTime opened = opened(dice, person, channel);
            LocalDateTime closed = opened.plusMinutes(20 + (long) dice.exponential(shares.complaintDays() * 24 * 60));
            boolean open = !run.calendar().isPast(closed) || dice.chance(shares.complaintOpen());
            ContactWords.Cause cause = causes.draw(dice, person.bad());
            run.extracts().write(Feed.COMPLAINTS, run.keys().contact('M', person.index(), place), dice.one(numbers),
                    channel, Calendar.local(opened), open ? "" : Calendar.local(closed),
                    terms.category(cause.category()).in(person.region()),
                    dice.chance(shares.complaintCauseKnown()) ? terms.cause(cause.cause()).in(person.region()) : "",
                    open ? "" : terms.resolution(dice.one(cause.resolutions())).in(person.region()),
                    dice.chance(shares.complaintText()) ? causes.text(dice, cause, person, holdings, opened) : "",
                    channel.equals("CALL") || channel.equals("STORE") ? Agents.any(dice, shares.agents()) : "");
        }
    }

    /** Shops take complaints while they are open. */
    private LocalDateTime opened(Dice dice, Person person, String channel) {
        LocalDate first = person.standing().since();
        LocalDate last = person.lastDay(run.calendar().until());
        return channel.equals("STORE")
                ? run.calendar().shopping(dice, first, last)
                : run.calendar().moment(dice, first, last);
    }
}
