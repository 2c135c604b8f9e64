package zhiyin.sample;

import java.time.LocalDateTime;

/** What customers answer when they are asked. CES is 1 (hard) to 7 (easy), CSAT 1 to 5, NPS 0 to 10. */
final class SurveyExtract {

    /** Room for the surveys of one call or line, so that every answer has a place of its own. */
    private static final int RELATIONSHIP = 1 << 19;
    private static final double PATIENCE_SECONDS = 3000;

    private final Run run;
    private final OperatorSettings.Surveys shares;

    SurveyExtract(Run run) {
        this.run = run;
        shares = run.settings().surveys();
    }

    /** Now and then a call is answered with a survey; waiting makes nobody kinder. */
    void afterCall(Person person, Holdings.Line line, LocalDateTime ended, int place, int waited) {
        Dice dice = new Dice(run.seed(), Dice.Subject.SURVEYS, person.index() << 20 | place);
        LocalDateTime answered = ended.plusMinutes(3 + (long) dice.exponential(240));
        if (!dice.chance(shares.afterCall()) || !run.calendar().isPast(answered)) {
            return;
        }
        double mood = mood(dice, person) - Math.min(0.25, waited / PATIENCE_SECONDS);
        boolean solved = dice.chance(0.45 + 0.52 * Math.max(0, mood));
        double felt = Math.clamp(mood + (solved ? 0.12 : -0.22), 0, 1);
        boolean satisfaction = dice.chance(0.5);
        int score = satisfaction ? scaled(felt, 1, 5) : scaled(felt, 1, 7);
        write(dice, person, line, place, satisfaction ? "CSAT" : "CES", Integer.toString(score),
                Boolean.toString(solved),
                felt, answered);
    }

    void write(Person person, Holdings holdings) {
        Dice dice = run.dice(Dice.Subject.SURVEYS, person);
        int place = RELATIONSHIP;
        for (Holdings.Line line : holdings.lines()) {
            boolean scored = dice.chance(shares.relationship());
            boolean written = dice.chance(shares.commentOnly());
            if (line.ended() == null && (scored || written)) {
                double felt = mood(dice, person);
                LocalDateTime answered = run.calendar().moment(dice, line.activated(), run.calendar().until());
                write(dice, person, line, place++, scored ? "NPS" : "COMMENT",
                        scored ? Integer.toString(scaled(felt, 0, 10)) : "", "", felt, answered);
            }
        }
    }

    private void write(Dice dice, Person person, Holdings.Line line, int place, String instrument, String score,
            String solved, double felt, LocalDateTime answered) {
        boolean comments = instrument.equals("COMMENT") || dice.chance(shares.comment());
        run.extracts().write(Feed.SURVEYS, run.keys().contact('S', person.index(), place), line.subscriber(),
                instrument,
                score, solved, comments ? run.operator().words().comment(dice, felt, person.language()) : "",
                Calendar.utc(answered));
    }

    private static double mood(Dice dice, Person person) {
        return Math.clamp(person.mood() + 0.11 * dice.bell(), 0, 1);
    }

    /** Stretched upwards: people who answer at all are mostly content or furious. */
    private static int scaled(double felt, int first, int last) {
        double stretched = Math.clamp(0.5 + (felt - 0.54) * 1.5, 0, 1);
        return (int) Math.round(first + stretched * (last - first));
    }
}
