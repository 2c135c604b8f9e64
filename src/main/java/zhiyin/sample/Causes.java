package zhiyin.sample;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** What goes wrong for whom, and the words for it. */
final class Causes {

    private final Weighted<ContactWords.Cause> usual;
    private final Weighted<ContactWords.Cause> whenBad;

    Causes(Operator operator) {
        List<ContactWords.Cause> causes = operator.causes();
        double times = operator.settings().contacts().badCause();
        usual = new Weighted<>(causes, ContactWords.Cause::weight);
        whenBad = new Weighted<>(causes, cause -> cause.weight() * (cause.network() ? times : 1));
    }

    ContactWords.Cause draw(Dice dice, boolean bad) {
        return (bad ? whenBad : usual).draw(dice);
    }

    String text(Dice dice, ContactWords.Cause cause, Person person, Holdings holdings, LocalDateTime when) {
        String language = person.language();
        String spoken = ContactWords.spoken(language);
        boolean english = spoken.equals("en");
        Place.Area area = person.home().place().area();
        String month = english
                ? when.getMonth().minus(1).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : when.getMonth().minus(1).getValue() + "月";
        return cause.text(dice, language).replace("{city}", english ? area.cityEnglish() : area.city())
                .replace("{month}", month).replace("{days}", Integer.toString(dice.between(2, 9)))
                .replace("{amount}", amount(dice, person)).replace("{plan}", plan(holdings, language));
    }

    private static String amount(Dice dice, Person person) {
        long amount = Math.round(dice.around(1900, 0.7) * person.region().perTwd());
        return switch (person.region().currency()) {
            case "HKD" -> "HK$" + amount;
            case "CNY" -> ContactWords.spoken(person.language()).equals("en") ? "CNY " + amount : amount + "元";
            default -> ContactWords.spoken(person.language()).equals("en") ? "NT$" + amount : amount + "元";
        };
    }

    private static String plan(Holdings holdings, String language) {
        return holdings.accounts().stream().flatMap(account -> account.products().stream())
                .filter(product -> product.offering().kind() == Offering.Kind.PLAN).findFirst()
                .map(product -> product.offering().name(language))
                .orElseGet(() -> switch (ContactWords.spoken(language)) {
                    case "en" -> "the plan";
                    case "hans" -> "不限量套餐";
                    default -> "吃到飽";
                });
    }
}
