import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../FaultNotice';
import { useFormats } from '../format';
import type { AttributeFragment, CustomerOriginsQuery, OriginFragment, OriginRecordFragment } from '../gql/graphql';
import { ask } from '../graphql/client';
import { originsQuery } from './originQueries';
import { useDeclaredName } from './useDeclaredName';

type Customer = NonNullable<CustomerOriginsQuery['customer']>;

/** File, line and load of a row. */
const Place = ({ origin }: { origin: OriginFragment | null | undefined }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  if (!origin) return <span className="place quiet">{t('origins.unknown')}</span>;
  const { source, feed, file, line, loadNumber } = origin;
  return (
    <span className="place quiet">
      {file && line != null
        ? t('origins.place', { file, line: formats.number(Number(line)), load: loadNumber })
        : t('origins.snapshot', { feed: `${source}.${feed}`, load: loadNumber })}
    </span>
  );
};

const RecordPlace = ({ record }: { record: OriginRecordFragment }) => {
  const { t } = useTranslation();
  const nameOf = useDeclaredName();
  return (
    <>
      <span>{t('origins.record', { system: nameOf('systems', record.source), key: record.key })}</span>
      <Place origin={record.origin} />
    </>
  );
};

/** A value as the page shows it elsewhere: dates and codes are not for people. */
const useShown = () => {
  const { t, i18n } = useTranslation();
  const { formats } = useFormats();
  const codes: Record<string, string> = { kind: 'PartyKind', gender: 'Gender', status: 'CustomerStatus' };
  return (attribute: string, value: string | null | undefined) => {
    if (value && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
    const path = `${codes[attribute]}.${value}`;
    return i18n.exists(path) ? String(t(path as 'PartyKind.INDIVIDUAL')) : (value ?? '—');
  };
};

const Attribute = ({ known }: { known: AttributeFragment }) => {
  const { t, i18n } = useTranslation();
  const shown = useShown();
  const { attribute, value, reason, sourceRecord, confirmedBy, others } = known;
  const path = `origins.attribute.${attribute}`;
  return (
    <li data-attribute={attribute}>
      <p>
        <strong>{i18n.exists(path) ? String(t(path as 'origins.attribute.kind')) : attribute}</strong>
        <span>{shown(attribute, value)}</span>
        <span className="why">{t(`ProvenanceReason.${reason}`)}</span>
      </p>
      <p className="from">
        {sourceRecord ? <RecordPlace record={sourceRecord} /> : <span>{t('origins.concluded')}</span>}
        {confirmedBy.length > 0 && (
          <span className="quiet">{t('origins.confirmed', { count: confirmedBy.length })}</span>
        )}
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((other) => (
            <li key={other.sourceRecord.source + other.sourceRecord.feed + other.sourceRecord.key}>
              <p>
                <del>{shown(attribute, other.value)}</del>
                <span className="why">{t(`LossReason.${other.reason}`)}</span>
              </p>
              <p className="from">
                <RecordPlace record={other.sourceRecord} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    <ul className="origins">{children}</ul>
  </section>
);

const Contacts = ({ media }: { media: Customer['contactMedia'] }) =>
  media.map(({ type, value, sourceRecords }) => (
    <li key={type + value}>
      <strong>{value}</strong>
      {sourceRecords.map((record) => (
        <p className="from" key={record.source + record.feed + record.key}>
          <RecordPlace record={record} />
        </p>
      ))}
    </li>
  ));

const useNamedRecords = () => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return ({ billingAccounts, products, bills, interactions }: Customer) => [
    ...billingAccounts.map((each) => ({ ...each, name: t('origins.account', { number: each.accountNo }) })),
    ...products.nodes,
    ...bills.nodes.map((each) => ({ ...each, name: t('origins.bill', { number: each.billNo }) })),
    ...interactions.nodes.map((each) => ({
      ...each,
      name: `${t(`InteractionType.${each.type}`)} · ${formats.time(each.startedAt)}`,
    })),
  ];
};

const Known = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation();
  const named = useNamedRecords()(customer);
  return (
    <>
      <Group title={t('origins.attributes')}>
        {customer.provenance.map((known) => (
          <Attribute key={known.attribute} known={known} />
        ))}
      </Group>
      {customer.contactMedia.length > 0 && (
        <Group title={t('origins.contacts')}>
          <Contacts media={customer.contactMedia} />
        </Group>
      )}
      {named.length > 0 && (
        <Group title={t('origins.shown')}>
          {named.map(({ id, name, origin }) => (
            <li key={id}>
              <span>{name}</span> <Place origin={origin} />
            </li>
          ))}
        </Group>
      )}
    </>
  );
};

const Asked = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['customer', id, 'origins'],
    queryFn: ({ signal }) => ask(originsQuery, { id }, signal),
  });
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{t('origins.loading')}</p>;
  return data.customer && <Known customer={data.customer} />;
};

/** The row of the file behind each thing that the page shows, and what other records say; read when it is opened. */
export const Origins = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="where-from" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('origins.title')}</summary>
      {isOpen && <Asked id={id} />}
    </details>
  );
};
