package zhiyin.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Why customers get in touch and how they say it: {@code contacts.yaml} and {@code causes.yaml}. */
record ContactWords(List<Reason> calls, List<Reason> notices, List<Reason> cancellations, List<Reason> visits,
        List<Journey> journeys, Map<String, Map<String, List<String>>> comments, List<Stores> stores,
        String elsewhere) {

    record Reason(String type, String reason, double weight, double talk, List<String> resolutions,
            List<String> notes) {}

    record Cause(String cause, String category, double weight, boolean network, List<String> resolutions,
            List<String> note, Map<String, List<String>> texts) {

        String text(Dice dice, String language) {
            return dice.one(Objects.requireNonNull(texts.get(spoken(language))));
        }
    }

    enum Mood {
        ANY, BAD, LEAVING
    }

    /** The steps are an action and its page each, with a space between them. */
    record Journey(Mood mood, double weight, double seconds, List<String> steps) {

        static String action(String step) {
            return step.substring(0, step.indexOf(' '));
        }

        static String page(String step) {
            return step.substring(step.indexOf(' ') + 1);
        }
    }

    record Stores(String country, String province, List<String> names) {}

    /** Why customers get in touch, in whichever way. */
    List<Reason> reasons() {
        return Stream.of(calls, notices, cancellations, visits).flatMap(List::stream).toList();
    }

    String comment(Dice dice, double mood, String language) {
        String tone = mood > 0.68 ? "good" : mood > 0.42 ? "fair" : "bad";
        return dice.one(Objects.requireNonNull(Objects.requireNonNull(comments.get(tone)).get(spoken(language))));
    }

    List<String> storesOf(Place.Area area) {
        return stores.stream().filter(store -> store.province.equals(area.province())).findFirst()
                .map(Stores::names).orElse(List.of(elsewhere));
    }

    /** Which of the three written languages of the lists somebody uses who speaks this one. */
    static String spoken(String language) {
        return switch (language) {
            case "zh-Hans" -> "hans";
            case "en", "ja" -> "en";
            default -> "hant";
        };
    }
}
