package zhiyin.sample;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How one system writes down what is true: what it misses, invents, misspells and puts in a notation of its own. */
final class Smudge {

    private static final LocalDate NO_BIRTH = LocalDate.of(1900, 1, 1);

    private final OperatorSettings.Dirt dirt;
    private final Typos typos;
    private final Weighted<Notation> notations;

    Smudge(Operator operator, String system) {
        dirt = operator.settings().dirtOf(system);
        typos = operator.typos();
        notations = Weighted.of(operator.settings().phoneNotations());
    }

    String name(Dice dice, Person person) {
        Name name = person.name();
        Region.Script home = person.region().script();
        if (home != Region.Script.LATIN && name.hasLatin() && dice.chance(dirt.romanised())) {
            return name.latin(dice);
        }
        Region.Script other = home == Region.Script.HANT ? Region.Script.HANS : Region.Script.HANT;
        String written = name.in(home == Region.Script.LATIN || !dice.chance(dirt.otherScript()) ? home : other);
        return dice.chance(dirt.typo()) ? typos.name(dice, written) : written;
    }

    String idNumber(Dice dice, String id) {
        if (dice.chance(dirt.missingId())) {
            return "";
        }
        return dice.chance(dirt.typo()) ? typos.digits(dice, id) : id;
    }

    /** The day, or nothing: an empty text is what the caller's format would make of no date. */
    Optional<LocalDate> birth(Dice dice, Person person) {
        if (person.organisation() || dice.chance(dirt.missingBirth())) {
            return Optional.empty();
        }
        if (dice.chance(dirt.dummyBirth())) {
            return Optional.of(NO_BIRTH);
        }
        return Optional.of(dice.chance(dirt.typo()) ? typos.date(dice, person.birth()) : person.birth());
    }

    String mobile(Dice dice, Person person) {
        if (dice.chance(dirt.missingMobile())) {
            return "";
        }
        if (dice.chance(dirt.dummyPhone())) {
            return dice.chance(0.7) ? "0000000000" : "0912345678";
        }
        PhoneNumber number = dice.chance(0.25) ? person.contact().otherMobile() : person.contact().mobile();
        String written = number.written(notations.draw(dice));
        return dice.chance(dirt.typo() / 2) ? typos.digits(dice, written) : written;
    }

    String landline(Dice dice, Person person) {
        String line = person.contact().landline();
        if (line.isEmpty() || dice.chance(dirt.missingMobile())) {
            return "";
        }
        if (dice.chance(dirt.dummyPhone())) {
            return "00-00000000";
        }
        return dice.chance(0.3) ? line.replace("-", "") : line;
    }

    String email(Dice dice, String email) {
        if (email.isEmpty() || dice.chance(dirt.missingEmail())) {
            return "";
        }
        if (dice.chance(dirt.dummyEmail())) {
            return dice.chance(0.7) ? "test@test.com" : "noemail@example.com";
        }
        String written = dice.chance(dirt.plusTag()) ? email.replace("@", "+tel@") : email;
        if (dice.chance(dirt.upperCase())) {
            return dice.chance(0.5)
                    ? written.toUpperCase(Locale.ROOT)
                    : Character.toUpperCase(written.charAt(0)) + written.substring(1);
        }
        return dice.chance(dirt.typo() / 2) ? typos.email(dice, written) : written;
    }

    String address(Dice dice, Place place) {
        return dice.chance(dirt.missingAddress()) ? "" : place.written(dice, dice.chance(dirt.westernAddress()));
    }

    String gender(Dice dice, Person person) {
        if (person.organisation() || dice.chance(dirt.missingGender())) {
            return "";
        }
        return dice.chance(0.002) ? "X" : person.female() ? "F" : "M";
    }

    String country(Dice dice, Person person) {
        return dice.chance(dirt.missingCountry()) ? "" : person.region().country();
    }
}
