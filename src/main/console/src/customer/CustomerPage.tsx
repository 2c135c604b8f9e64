import { Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { FaultNotice } from '../FaultNotice';
import { BillsTile } from './BillsTile';
import { ContactsTile } from './ContactsTile';
import { CustomerHeader } from './CustomerHeader';
import { FeedbackTile } from './FeedbackTile';
import { NetworkTile } from './NetworkTile';
import { ProductsTile } from './ProductsTile';
import { RecentTile } from './RecentTile';
import { SourcesTile } from './SourcesTile';
import { TimelineTile } from './TimelineTile';
import { useCustomerPage, type CustomerAnswer } from './useCustomerPage';

const Waiting = () => {
  const { t } = useTranslation();
  return (
    <div className="customer-grid">
      <p role="status" className="unseen">
        {t('customer.loading')}
      </p>
      {[96, 220, 320, 320].map((height, place) => (
        <Skeleton key={place} height={height} mb="md" />
      ))}
    </div>
  );
};

type TilesProps = { answer: CustomerAnswer; onRetry: () => void };

const Tiles = ({ answer: { customer, faults }, onRetry }: TilesProps) => {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const page = useRef<HTMLElement>(null);
  const id = customer?.id;
  // A reader who came by keyboard or by ear goes on at the customer's name.
  useEffect(() => {
    window.scrollTo(0, 0);
    page.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [id]);

  if (!customer) {
    return (
      <div className="notice">
        <h1>{t('customer.unknown')}</h1>
        <Link to="/">{t('app.toSearch')}</Link>
      </div>
    );
  }
  const tile = { customer, faults, now, onRetry };
  return (
    <article className="customer" ref={page}>
      <title>{`${customer.displayName} · ${t('app.name')}`}</title>
      <CustomerHeader customer={customer} now={now} />
      <div className="customer-grid">
        <RecentTile {...tile} />
        <div className="column">
          <ProductsTile {...tile} />
          <BillsTile {...tile} />
        </div>
        <div className="column column-side">
          <ContactsTile {...tile} />
          <NetworkTile {...tile} />
          <FeedbackTile {...tile} />
          <SourcesTile {...tile} />
        </div>
        <TimelineTile {...tile} />
      </div>
    </article>
  );
};

/** All about one customer, in one request. */
export const CustomerPage = () => {
  const { id = '' } = useParams();
  const page = useCustomerPage(id);
  if (page.error) return <FaultNotice error={page.error} onRetry={() => void page.refetch()} />;
  return page.data ? <Tiles key={id} answer={page.data} onRetry={() => void page.refetch()} /> : <Waiting />;
};
