import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FaultNotice } from '../FaultNotice';
import { useFormats } from '../format';
import { Announcement } from './Announcement';
import { Callers } from './Callers';
import { FoundCustomer } from './FoundCustomer';
import { useFoundCustomers } from './queries';
import { walkResults } from './resultLinks';
import { Welcome } from './Welcome';

const Waiting = () => (
  <div className="results" aria-hidden="true">
    {[1, 2, 3].map((row) => (
      <Skeleton key={row} height={62} mb={8} />
    ))}
  </div>
);

const Found = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const found = useFoundCustomers(text);
  if (found.error) return <FaultNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const customers = found.data.pages.flatMap((page) => page.nodes);
  const total = found.data.pages[0]?.totalCount ?? 0;
  if (total === 0) {
    return (
      <div className="notice">
        <p>{t('search.none', { text })}</p>
        <p className="quiet">{t('search.noneHint')}</p>
      </div>
    );
  }
  return (
    <section aria-labelledby="found" className="results" data-stale={found.isPlaceholderData}>
      <h2 id="found">
        {t('search.results')}
        <span className="count">
          {t('search.shownOf', { shown: formats.number(customers.length), total: formats.number(total) })}
        </span>
      </h2>
      <ul>
        {customers.map((customer) => (
          <FoundCustomer key={customer.id} customer={customer} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('customer.more')}
        </Button>
      )}
    </section>
  );
};

/** Who is it? Possible callers first, then the customers that fit the text. */
export const SearchPage = () => {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  return (
    <div className="search-page" onKeyDown={walkResults} role="presentation">
      <title>{`${text || t('search.title')} · ${t('app.name')}`}</title>
      <Announcement text={text} />
      {text === '' ? (
        <Welcome />
      ) : (
        <>
          <h1 className="unseen">{t('search.title')}</h1>
          <Callers text={text} />
          <Found text={text} />
        </>
      )}
    </div>
  );
};
