package zhiyin.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the values of a {@link Column} are, and so how they are read. */
public enum ColumnType {
    /** Any text; blank is absent. */
    @JsonProperty("text")
    TEXT,
    /** A whole number from -2,147,483,648 to 2,147,483,647. */
    @JsonProperty("integer")
    INTEGER,
    /** A number with at most 14 digits before and 4 after the point. */
    @JsonProperty("decimal")
    DECIMAL,
    /** An amount in a currency. Fills the column, and the column of its name with {@code _currency} behind it. */
    @JsonProperty("money")
    MONEY,
    /** A calendar date in one of the column's formats. */
    @JsonProperty("date")
    DATE,
    /** An instant in one of the column's formats; in the source's zone unless the format ends in {@code Z}. */
    @JsonProperty("datetime")
    DATE_TIME,
    /** true/false, yes/no, y/n, t/f, 1/0 in any case. */
    @JsonProperty("boolean")
    BOOLEAN,
    /** A phone number in any notation, kept as E.164; one that cannot be is absent. */
    @JsonProperty("phone")
    PHONE,
    /** An e-mail address, kept in lower case; one that cannot be is absent. */
    @JsonProperty("email")
    EMAIL,
    /** A number of an identity document: only its keyed hash is ever kept. */
    @JsonProperty("identifier")
    IDENTIFIER;

    /** What it is called in YAML. */
    public String word() {
        return name().replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the hub brings the value into a form of its own while it reads the file. */
    public boolean isNormalised() {
        return this == PHONE || this == EMAIL || this == IDENTIFIER;
    }
}
