package zhiyin.sample;

import java.util.ArrayList;
import java.util.List;

/** A number of a region, without trunk prefix. */
record PhoneNumber(Region region, String national) {

    String written(Notation notation) {
        return switch (notation) {
            case PLAIN -> domestic();
            case DASHED -> String.join("-", grouped());
            case SPACED -> String.join(" ", grouped());
            case INTERNATIONAL -> "+" + region.callingCode() + " " + String.join(" ", grouped()).substring(trunk());
            case PLUS -> "+" + digits();
            case DIGITS -> digits();
            case FULL_WIDTH -> fullWidth(domestic());
            case BRACKETS -> "(" + grouped().getFirst() + ")" + domestic().substring(grouped().getFirst().length());
        };
    }

    /** Calling code and number, as the network writes it. */
    String digits() {
        return region.callingCode() + national;
    }

    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        text.chars().forEach(letter -> wide.append((char) (letter > ' ' && letter < 127 ? letter + 0xFEE0 : letter)));
        return wide.toString();
    }

    private String domestic() {
        return region.trunk() + national;
    }

    private int trunk() {
        return region.trunk().length();
    }

    private List<String> grouped() {
        String rest = domestic();
        List<String> groups = new ArrayList<>();
        for (int length : region.groups()) {
            int end = Math.min(length, rest.length());
            groups.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            groups.add(rest);
        }
        groups.removeIf(String::isEmpty);
        return groups;
    }
}
