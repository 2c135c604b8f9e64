package zhiyin.sample;

/** How somebody writes a phone number down. */
enum Notation {
    PLAIN, DASHED, SPACED, INTERNATIONAL, PLUS, DIGITS, FULL_WIDTH, BRACKETS
}
