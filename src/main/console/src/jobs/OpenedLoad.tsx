import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../FaultNotice';
import type { LoadLineFragment } from '../gql/graphql';
import { Feeds, Notices } from './Feeds';
import { RefusedRows } from './RefusedRows';
import { Steps } from './Steps';
import { useOpenedLoad } from './useJobs';

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
