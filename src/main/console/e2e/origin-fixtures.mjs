// Where the stand-in's customers come from: every record from a line of its own, every attribute from the first record.

let lines = 1;
const origin = (source, feed) => ({
  source,
  feed,
  file: `${source}/${feed}-2026-11.csv`,
  line: ++lines,
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  loadedAt: '2026-11-22T02:31:07Z',
  loadNumber: 41,
});

const shown = ['displayName', 'birthDate', 'gender', 'city', 'status', 'customerSince'];

const provenance = (customer, [first, second, ...rest]) => [
  ...shown
    .filter((attribute) => customer[attribute] != null && first)
    .map((attribute) => ({
      attribute,
      value: customer[attribute],
      reason: attribute === 'displayName' && second ? 'MOST_TRUSTED' : 'UNDISPUTED',
      sourceRecord: first,
      confirmedBy: rest,
      others:
        attribute === 'displayName' && second
          ? [{ value: customer.displayName.slice(0, 2), sourceRecord: second, reason: 'LESS_TRUSTED' }]
          : [],
      trustedSources: ['crm', 'billing', 'channel', 'network'],
    })),
  { attribute: 'arpu', value: '649.00 TWD', reason: 'CONCLUDED', confirmedBy: [], others: [], trustedSources: [] },
];

const traced = (items, source, feed) =>
  Array.isArray(items) ? items.map((item) => ({ ...item, origin: origin(source, feed) })) : items;

/** A customer whose records say where they come from. */
export const withOrigins = (customer) => {
  const records = customer.sourceRecords.map((record) => ({ ...record, origin: origin(record.source, record.feed) }));
  return {
    ...customer,
    sourceRecords: records,
    provenance: provenance(customer, records),
    contactMedia: customer.contactMedia.map((medium) => ({ ...medium, sourceRecords: records.slice(0, 2) })),
    billingAccounts: traced(customer.billingAccounts, 'billing', 'accounts'),
    products: traced(customer.products, 'billing', 'products'),
    bills: traced(customer.bills, 'billing', 'bills'),
    interactions: traced(customer.interactions, 'channel', 'calls'),
  };
};
