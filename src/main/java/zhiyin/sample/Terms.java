package zhiyin.sample;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the operator's systems call things, by key: {@code terms.yaml}. */
record Terms(Map<String, Term> categories, Map<String, Term> causes, Map<String, Term> reasons,
        Map<String, Term> resolutions, Map<String, Term> actions) {

    /** One thing in the three written languages of the lists. */
    record Term(String hant, String hans, String en) {

        Term {
            if (hant.isBlank() || hans.isBlank() || en.isBlank()) {
                throw new IllegalArgumentException("a term lacks a language: give it hant, hans and en");
            }
        }

        /** In the language in which the operator serves a region. */
        String in(Region region) {
            return switch (region.served()) {
                case HANT -> hant;
                case HANS -> hans;
                case LATIN -> en;
            };
        }
    }

    Term category(String key) {
        return found("categories", categories, key);
    }

    Term cause(String key) {
        return found("causes", causes, key);
    }

    Term reason(String key) {
        return found("reasons", reasons, key);
    }

    Term resolution(String key) {
        return found("resolutions", resolutions, key);
    }

    Term action(String key) {
        return found("actions", actions, key);
    }

    /** Finds every key that the other lists name, so that a missing one is refused before anything is written. */
    Terms requireAllOf(ContactWords words, List<ContactWords.Cause> named) {
        for (ContactWords.Cause cause : named) {
            category(cause.category());
            cause(cause.cause());
            cause.resolutions().forEach(this::resolution);
        }
        for (ContactWords.Reason reason : words.reasons()) {
            reason(reason.reason());
            reason.resolutions().forEach(this::resolution);
        }
        words.journeys().forEach(journey -> journey.steps().forEach(step -> action(ContactWords.Journey.action(step))));
        return this;
    }

    private static Term found(String list, Map<String, Term> terms, String key) {
        @Nullable
        Term term = terms.get(key);
        if (term == null) {
            throw new IllegalArgumentException("terms.yaml has no %s under %s: add it".formatted(key, list));
        }
        return term;
    }
}
