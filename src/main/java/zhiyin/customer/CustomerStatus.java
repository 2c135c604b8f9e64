package zhiyin.customer;

/** Whether a customer is with us, as the schema describes it. */
public enum CustomerStatus {
    PROSPECT, ACTIVE, SUSPENDED, CHURNED
}
