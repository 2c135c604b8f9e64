package zhiyin.customer;

/** Why a customer may be calling, the strongest reason first, as the schema describes it. */
enum CallerReason {
    OWN_LINE, PREFERRED_CONTACT, KNOWN_CONTACT, SHARED_CONTACT
}
