package zhiyin.customer;

/** Gender as the customer gave it, as the schema describes it. */
public enum Gender {
    FEMALE, MALE, OTHER
}
