import { useTranslation } from 'react-i18next';
import { LoadMore } from '../customer/Tile';
import { FaultNotice } from '../FaultNotice';
import type { LoadLineFragment } from '../gql/graphql';
import { Feeds, Notices } from './Feeds';
import { Rejects } from './Rejects';
import { Steps } from './Steps';
import { useOpenedLoad, useRejects } from './useJobs';

const RefusedRows = ({ load }: { load: LoadLineFragment }) => {
  const { t } = useTranslation();
  const query = useRejects(load);
  if (query.error && !query.data) return <FaultNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <p className="quiet">{t('jobs.loading')}</p>;
  const total = query.data.pages.at(-1)?.totalCount ?? 0;
  if (total === 0) return <p className="quiet">{t('jobs.noRejects')}</p>;
  const rejects = query.data.pages.flatMap(({ nodes }) => nodes);
  const pages = {
    total,
    hasMore: query.hasNextPage,
    isLoading: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => void query.fetchNextPage(),
  };
  return (
    <>
      <Rejects rejects={rejects} />
      <LoadMore shown={rejects.length} pages={pages} />
    </>
  );
};

const Deliveries = ({ load }: { load: LoadLineFragment }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useOpenedLoad(load);
  if (error && !data) return <FaultNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet">{t('jobs.loading')}</p>;
  return (
    <>
      <Feeds feeds={data.feeds} />
      {data.notices.length > 0 && <h3>{t('jobs.notices')}</h3>}
      <Notices notices={data.notices} />
    </>
  );
};

/** All of one load: steps (of the one that runs they are above already), feeds with files, notices, refused rows. */
export const OpenedLoad = ({ load }: { load: LoadLineFragment }) => {
  const { t } = useTranslation();
  return (
    <div className="opened" data-opened={load.number}>
      {load.status !== 'RUNNING' && (
        <>
          <h3>{t('jobs.steps')}</h3>
          <Steps steps={load.steps} />
        </>
      )}
      <h3>{t('jobs.feeds')}</h3>
      <Deliveries load={load} />
      <h3>{t('jobs.rejects')}</h3>
      <RefusedRows load={load} />
    </div>
  );
};
