import { useTranslation } from 'react-i18next';
import { useFormats, yearsSince } from '../format';
import type { ContactFragment, ContactMediumType } from '../gql/graphql';
import { Icon, type IconName } from '../icons';
import { StateBadge } from './StateBadge';
import { Tile } from './Tile';
import type { TileProps } from './tileProps';
import type { PageCustomer } from './useCustomerPage';

const typeIcons: Record<ContactMediumType, IconName> = {
  PHONE: 'phone',
  EMAIL: 'mail',
  POSTAL: 'letter',
  SOCIAL: 'people',
};

const schemes: Partial<Record<ContactMediumType, string>> = { PHONE: 'tel:', EMAIL: 'mailto:' };

const Contact = ({ contact: { type, value, preferred } }: { contact: ContactFragment }) => {
  const { t } = useTranslation();
  const scheme = schemes[type];
  return (
    <li>
      <Icon name={typeIcons[type]} size={16} />
      <span className="unseen">{t(`ContactMediumType.${type}`)}</span>
      {scheme ? <a href={scheme + value}>{value}</a> : <span>{value}</span>}
      {preferred && <StateBadge tone="good" text={t('contacts.preferred')} />}
    </li>
  );
};

const Person = ({ customer, now }: { customer: PageCustomer; now: Date }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { birthDate, gender, kind } = customer;
  return (
    <dl className="person">
      <div>
        <dt>{t('customer.kind')}</dt>
        <dd>{t(`PartyKind.${kind}`)}</dd>
      </div>
      {birthDate && (
        <div>
          <dt>{t('customer.born')}</dt>
          <dd>{t('customer.age', { date: formats.date(birthDate), years: yearsSince(birthDate, now) })}</dd>
        </div>
      )}
      {gender && (
        <div>
          <dt>{t('customer.gender')}</dt>
          <dd>{t(`Gender.${gender}`)}</dd>
        </div>
      )}
    </dl>
  );
};

/** How to reach the customer, preferred ways first, and who it is. */
export const ContactsTile = ({ customer, faults, now, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const contacts = customer.contactMedia ?? [];
  return (
    <Tile name="contacts" title={t('contacts.title')} icon="phone" fault={faults.contacts} onRetry={onRetry}>
      {contacts.length === 0 && <p className="tile-empty">{t('contacts.empty')}</p>}
      <ul className="contacts">
        {contacts
          .toSorted((one, other) => Number(other.preferred) - Number(one.preferred))
          .map((contact) => (
            <Contact key={contact.type + contact.value} contact={contact} />
          ))}
      </ul>
      <Person customer={customer} now={now} />
      <p className="quiet updated">{t('customer.updated', { when: formats.ago(customer.updatedAt, now) })}</p>
    </Tile>
  );
};
