package zhiyin.product;

enum OfferingKind {
    PLAN, DEVICE, CONTENT, ADD_ON, BROADBAND
}
