package zhiyin.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** The call centre: calls with the times that its distribution system measured. */
final class CallExtract {

    private record Topic(String type, Terms.Term reason, double talk, List<String> resolutions, List<String> notes) {

        boolean isOutbound() {
            return type.equals("N");
        }
    }

    private static final double TROUBLE_TALK = 330;
    private static final int LAST_WORDS_DAYS = 12;

    private final Run run;
    private final OperatorSettings.Contacts shares;
    private final Causes causes;
    private final Terms terms;
    private final SurveyExtract surveys;
    private final Weighted<ContactWords.Reason> reasons;
    private final Weighted<ContactWords.Reason> notices;
    private final Weighted<ContactWords.Reason> cancellations;

    CallExtract(Run run, Causes causes, SurveyExtract surveys) {
        this.run = run;
        this.causes = causes;
        terms = run.operator().terms();
        this.surveys = surveys;
        shares = run.settings().contacts();
        ContactWords words = run.operator().words();
        reasons = new Weighted<>(words.calls(), ContactWords.Reason::weight);
        notices = new Weighted<>(words.notices(), ContactWords.Reason::weight);
        cancellations = new Weighted<>(words.cancellations(), ContactWords.Reason::weight);
    }

    void write(Person person, Holdings holdings) {
        Dice dice = run.dice(Dice.Subject.CALLS, person);
        int place = 0;
        for (Holdings.Line line : holdings.lines()) {
            LocalDate ended = line.ended();
            LocalDate last = ended == null ? run.calendar().until() : ended;
            if (!last.isBefore(run.calendar().contactsBegin())) {
                place = calls(dice, person, line, last, place);
            }
        }
        LocalDate left = person.standing().left();
        if (left != null && !holdings.lines().isEmpty()) {
            LocalDate day = left.minusDays(dice.below(LAST_WORDS_DAYS));
            call(dice, person, holdings.lines().getFirst(), run.calendar().during(dice, Calendar.later(day,
                    run.calendar().contactsBegin())), of(cancellations.draw(dice)), place);
        }
    }

    /** Answers the place of the next call. */
    private int calls(Dice dice, Person person, Holdings.Line line, LocalDate last, int firstPlace) {
        int place = firstPlace;
        int end = place + run.contacts(dice, person, shares.calls(), shares.badCalls());
        while (place < end) {
            Topic topic = topic(dice, person);
            LocalDateTime at = run.calendar().moment(dice, line.activated(), last);
            call(dice, person, line, at, topic, place++);
            while (!topic.isOutbound() && dice.chance(shares.repeated())) {
                at = run.calendar().during(dice, at.toLocalDate().plusDays(dice.between(1, 5)));
                if (at.toLocalDate().isAfter(last)) {
                    break;
                }
                call(dice, person, line, at, topic, place++);
            }
        }
        return place;
    }

    private Topic topic(Dice dice, Person person) {
        if (dice.chance(shares.outbound())) {
            return of(notices.draw(dice));
        }
        if (dice.chance(person.bad() ? shares.aboutCause().bad() : shares.aboutCause().good())) {
            ContactWords.Cause cause = causes.draw(dice, person.bad());
            return new Topic(dice.chance(shares.complains()) ? "C" : "I", terms.cause(cause.cause()), TROUBLE_TALK,
                    cause.resolutions(), cause.note());
        }
        return of(reasons.draw(dice));
    }

    private Topic of(ContactWords.Reason reason) {
        return new Topic(reason.type(), terms.reason(reason.reason()), reason.talk(), reason.resolutions(),
                reason.notes());
    }

    private void call(Dice dice, Person person, Holdings.Line line, LocalDateTime started, Topic topic, int place) {
        boolean outbound = topic.isOutbound();
        int queue = outbound ? 0 : (int) Math.min(3600, dice.around(shares.queueSeconds() * rush(started), 1.0));
        String resolution = dice.one(topic.resolutions());
        boolean unanswered = resolution.equals("no-answer");
        int talk = unanswered ? 0 : (int) Math.clamp(dice.around(topic.talk(), shares.talkTail()), 8, 5400);
        int hold = !outbound && dice.chance(shares.held())
                ? (int) Math.min(1800, dice.around(shares.holdSeconds(), 0.8))
                : 0;
        int after = (int) Math.min(900, dice.around(shares.afterCallSeconds(), 0.6));
        LocalDateTime ended = started.plusSeconds((long) queue + talk + hold);
        String note = !unanswered && dice.chance(shares.noted()) ? dice.one(topic.notes()) : "";
        run.extracts().writeCall(YearMonth.from(started), run.keys().strangeSubscriber(person.index(), place),
                run.keys().contact('C', person.index(), place), line.subscriber(), outbound ? "OUT" : "IN",
                Calendar.utc(started), Calendar.utc(ended), Integer.toString(queue), Integer.toString(talk),
                Integer.toString(hold), Integer.toString(after), Agents.any(dice, shares.agents()), topic.type(),
                topic.reason().in(person.region()), terms.resolution(resolution).in(person.region()), note);
        if (!outbound) {
            surveys.afterCall(person, line, ended, place, queue + hold);
        }
    }

    /** Mondays and lunch hours are crowded. */
    private static double rush(LocalDateTime at) {
        double day = at.getDayOfWeek() == DayOfWeek.MONDAY ? 1.5 : 1;
        return at.getHour() >= 11 && at.getHour() <= 13 ? day * 1.6 : at.getHour() < 8 ? day * 0.4 : day;
    }
}
