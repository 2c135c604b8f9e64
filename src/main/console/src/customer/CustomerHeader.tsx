import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, useFormats, yearsSince } from '../format';
import { isLanguage } from '../i18n';
import { Icon, type IconName } from '../icons';
import { CustomerName } from './CustomerName';
import { StatusBadge } from './StatusBadge';
import type { PageCustomer } from './useCustomerPage';

const visibleEnd = 4;
const churnLevel = (risk: number) => (risk >= 67 ? 'high' : risk >= 34 ? 'medium' : 'low');

const Fact = ({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) => (
  <div className="fact">
    <dt>
      <Icon name={icon} size={15} />
      {term}
    </dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ customer, now }: { customer: PageCustomer; now: Date }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { customerSince, language, arpu, churnRisk, country } = customer;
  const place = [country && formats.countryName(country), customer.province, customer.city].filter(Boolean).join(' ');
  const years = customerSince ? yearsSince(customerSince, now) : 0;
  return (
    <dl className="facts">
      {customerSince && (
        <Fact icon="clock" term={t('customer.since')}>
          {formats.date(customerSince)}
          {years > 0 && <span className="quiet"> · {t('customer.years', { count: years })}</span>}
        </Fact>
      )}
      {language && (
        <Fact icon="globe" term={t('customer.language')}>
          {isLanguage(language) ? formats.languageName(language) : language}
        </Fact>
      )}
      {place && (
        <Fact icon="pin" term={t(customer.kind === 'ORGANIZATION' ? 'customer.seat' : 'customer.place')}>
          {place}
        </Fact>
      )}
      {arpu && (
        <Fact icon="bill" term={t('customer.arpu')}>
          {formats.money(arpu)}
        </Fact>
      )}
      {churnRisk != null && (
        <Fact icon="signal" term={t('customer.churnRisk')}>
          <span className={`churn churn-${churnLevel(churnRisk)}`}>
            {t(`customer.level.${churnLevel(churnRisk)}`)} · {formats.number(churnRisk)}
          </span>
        </Fact>
      )}
    </dl>
  );
};

/** Who this is, at a glance, and in sight while the page scrolls. */
export const CustomerHeader = ({ customer, now }: { customer: PageCustomer; now: Date }) => {
  const { t } = useTranslation();
  const { language } = useFormats();
  const end = customer.id.replace(/=+$/, '').slice(-visibleEnd);
  return (
    <div className="customer-header">
      <div className="customer-title">
        <h1 tabIndex={-1}>
          <CustomerName customer={customer} />
        </h1>
        <StatusBadge status={customer.status} />
        <ul className="tags" aria-label={t('customer.tags')}>
          {customer.tags?.nodes.map(({ id, name }) => (
            <li key={id}>
              <Icon name="tag" size={13} />
              {inLanguage(name, language)}
            </li>
          ))}
        </ul>
        <span className="customer-id" title={t('customer.id', { end })}>
          <span aria-hidden="true">•••• {end}</span>
          <span className="unseen">{t('customer.id', { end })}</span>
        </span>
      </div>
      <Facts customer={customer} now={now} />
    </div>
  );
};
