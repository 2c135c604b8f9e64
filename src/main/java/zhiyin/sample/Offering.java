package zhiyin.sample;

import java.time.LocalDate;

/** A row of the catalogue; the price is TWD a month, allowances are empty where there are none. */
record Offering(String code, String hant, String hans, String english, Kind kind, String status, double price,
        String minutes, String messages, String megabytes, double weight, String segment, LocalDate launched) {

    /** Code of the kind in the billing system. */
    enum Kind {
        PLAN, DEVICE, CONTENT, ADDON, BROADBAND
    }

    boolean isSoldTo(boolean organisation) {
        return segment.equals("ANY") || segment.equals("BUSINESS") == organisation;
    }

    String name(String language) {
        return switch (language) {
            case "zh-Hans" -> hans;
            case "en", "ja" -> english;
            default -> hant;
        };
    }

    /** In the region's currency, whole as operators like it. */
    long priceIn(Region region) {
        return Math.round(price * region.perTwd());
    }

    boolean isFifthGeneration() {
        return code.startsWith("PL5G") || code.startsWith("PLFAM") || code.startsWith("PLBIZ")
                || code.startsWith("PL6G");
    }
}
