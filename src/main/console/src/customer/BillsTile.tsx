import { useTranslation } from 'react-i18next';
import { daysSince, useFormats } from '../format';
import type { AccountFragment, BillFragment, BillsFragment } from '../gql/graphql';
import { moreBillsQuery } from './moreQueries';
import { StateBadge } from './StateBadge';
import { LoadMore, Tile } from './Tile';
import type { TileProps } from './tileProps';
import { usePages } from './usePages';

/** Days that a bill is overdue; 0 when it is not, is paid, or is disputed. */
export const daysOverdue = ({ dueDate, remainingAmount, state }: BillFragment, now: Date) => {
  const isClosed = state === 'SETTLED' || state === 'ON_HOLD' || Number(remainingAmount.amount) <= 0;
  return dueDate && !isClosed ? Math.max(0, daysSince(dueDate, now)) : 0;
};

const payTones = { IN_GOOD_STANDING: 'good', OVERDUE: 'bad', IN_COLLECTION: 'bad' } as const;
const accountTones = { ACTIVE: 'good', SUSPENDED: 'warn', CLOSED: 'plain' } as const;

const Account = ({ account }: { account: AccountFragment }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { accountNo, state, paymentStatus, balance } = account;
  const owed = Number(balance?.amount ?? 0);
  const word = owed > 0 ? 'bills.owes' : owed < 0 ? 'bills.ahead' : 'bills.even';
  return (
    <li>
      <span className="quiet">{t('bills.account')}</span> <span className="number">{accountNo}</span>
      {state !== 'ACTIVE' && <StateBadge tone={accountTones[state]} text={t(`BillingAccountState.${state}`)} />}
      {paymentStatus && <StateBadge tone={payTones[paymentStatus]} text={t(`PaymentStatus.${paymentStatus}`)} />}
      {balance && (
        <span>{t(word, { amount: formats.money({ ...balance, amount: balance.amount.replace(/^-/, '') }) })}</span>
      )}
    </li>
  );
};

const BillRow = ({ bill, now }: { bill: BillFragment; now: Date }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const overdue = daysOverdue(bill, now);
  const isOpen = bill.state !== 'SETTLED' && Number(bill.remainingAmount.amount) > 0;
  const tone = bill.state === 'SETTLED' ? 'good' : bill.state === 'ON_HOLD' ? 'warn' : 'plain';
  return (
    <tr data-overdue={overdue > 0}>
      <th scope="row">
        {formats.period(bill.periodStart, bill.periodEnd)}
        <span className="quiet number">{bill.billNo}</span>
      </th>
      <td className="amount">
        {formats.money(bill.amountDue)}
        {isOpen && <span className="quiet">{t('bills.open', { amount: formats.money(bill.remainingAmount) })}</span>}
      </td>
      <td>{bill.dueDate && formats.numericDate(bill.dueDate)}</td>
      <td>
        {overdue > 0 && <StateBadge tone="bad" text={t('bills.overdue', { count: overdue })} />}
        <StateBadge tone={tone} text={t(`CustomerBillState.${bill.state}`)} />
      </td>
    </tr>
  );
};

const Bills = ({ id, first, now }: { id: string; first: BillsFragment; now: Date }) => {
  const { t } = useTranslation();
  const pages = usePages('bills', id, first, moreBillsQuery);
  return (
    <>
      <table className="bills">
        <thead>
          <tr>
            <th scope="col">{t('bills.period')}</th>
            <th scope="col" className="amount">
              {t('bills.amount')}
            </th>
            <th scope="col">{t('bills.due')}</th>
            <th scope="col">{t('bills.state')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.items.map((bill) => (
            <BillRow key={bill.id} bill={bill} now={now} />
          ))}
        </tbody>
      </table>
      <LoadMore shown={pages.items.length} pages={pages} />
    </>
  );
};

/** What the customer owes and has paid. */
export const BillsTile = ({ customer, faults, now, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { bills, billingAccounts = [] } = customer;
  const isEmpty = bills?.totalCount === 0 && billingAccounts.length === 0;
  return (
    <Tile
      name="bills"
      title={t('bills.title')}
      icon="bill"
      aside={bills && bills.totalCount > 0 && formats.number(bills.totalCount)}
      fault={faults.bills ?? faults.accounts}
      empty={isEmpty ? t('bills.empty') : undefined}
      onRetry={onRetry}
    >
      <ul className="accounts">
        {billingAccounts.map((account) => (
          <Account key={account.id} account={account} />
        ))}
      </ul>
      {bills?.totalCount === 0 && <p className="tile-empty">{t('bills.empty')}</p>}
      {bills && bills.totalCount > 0 && <Bills id={customer.id} first={bills} now={now} />}
    </Tile>
  );
};
