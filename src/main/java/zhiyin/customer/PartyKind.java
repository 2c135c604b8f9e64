package zhiyin.customer;

/** Kind of party, as the schema describes it. */
public enum PartyKind {
    INDIVIDUAL, ORGANIZATION
}
