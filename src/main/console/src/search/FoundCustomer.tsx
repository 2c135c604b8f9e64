import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CustomerName } from '../customer/CustomerName';
import { StatusBadge } from '../customer/StatusBadge';
import { useFormats } from '../format';
import type { CallerReason, FoundCustomerFragment } from '../gql/graphql';
import { Icon } from '../icons';

const contactOf = ({ contactMedia }: FoundCustomerFragment) =>
  contactMedia.filter(({ type }) => type === 'PHONE' || type === 'EMAIL').slice(0, 2);

type Calling = { likelihood: number; reasons: readonly CallerReason[] };

/** One customer among the results; the whole row is the link. */
export const FoundCustomer = ({ customer, calling }: { customer: FoundCustomerFragment; calling?: Calling }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const place = [customer.province, customer.city].filter(Boolean).join(' ');
  return (
    <li>
      <Link data-result to={`/customer/${encodeURIComponent(customer.id)}`} className="result">
        <Icon name={customer.kind === 'ORGANIZATION' ? 'building' : 'person'} size={22} />
        <span className="result-who">
          <CustomerName customer={customer} />
          <span className="quiet">
            {place}
            {customer.customerSince && ` · ${t('customer.since')} ${formats.date(customer.customerSince)}`}
          </span>
        </span>
        <span className="result-contact">
          {contactOf(customer).map(({ type, value }) => (
            <span key={type + value}>{value}</span>
          ))}
        </span>
        {calling && (
          <span className="result-calling">
            <strong>{t('search.likelihood', { share: formats.percent(calling.likelihood) })}</strong>
            <span>{calling.reasons.map((reason) => t(`CallerReason.${reason}`)).join(' · ')}</span>
          </span>
        )}
        <StatusBadge status={customer.status} />
      </Link>
    </li>
  );
};
