import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../FaultNotice';
import { CareTiles } from './CareTiles';
import { LiveBadge } from './LiveBadge';
import { LoadsTile } from './LoadsTile';
import { Progress } from './RunningLoad';
import { SchedulesTile } from './SchedulesTile';
import { StartTile, useStart } from './StartTile';
import { Live, runningIn, useJobs } from './useJobs';
import { useLive } from './useLive';

const page = 10;
const most = 100;

/** What a data engineer runs: loads and the schedules that start them. */
export const JobsPage = () => {
  const { t } = useTranslation();
  const [first, setFirst] = useState(page);
  const isLive = useLive();
  const { data, error, refetch, dataUpdatedAt } = useJobs(first, isLive);
  const start = useStart();
  const running = runningIn(data?.loads.nodes ?? []);
  const hasMore = data && data.loads.nodes.length < Math.min(most, data.loads.totalCount);
  return (
    <Live value={isLive}>
      <div className="jobs">
        <title>{`${t('jobs.title')} · ${t('app.name')}`}</title>
        <header className="jobs-header">
          <h1>{t('jobs.title')}</h1>
          {data && <p className="quiet">{running ? t('jobs.running', { number: running.number }) : t('jobs.idle')}</p>}
          {data && <LiveBadge isLive={isLive} />}
        </header>
        <Progress newest={data?.loads.nodes[0]} />
        {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && (
          <p className="quiet" role="status">
            {t('jobs.loading')}
          </p>
        )}
        {data && (
          <>
            <StartTile start={start} isRunning={running !== undefined} />
            <LoadsTile
              loads={data.loads}
              now={new Date(dataUpdatedAt)}
              onResume={({ full, selection }) =>
                start.mutate({ input: { full, tolerate: false, feeds: selection.length > 0 ? selection : null } })
              }
              onMore={hasMore ? () => setFirst((before) => Math.min(most, before + page)) : undefined}
            />
            <SchedulesTile schedules={data.schedules} mistakes={data.scheduleMistakes} />
            <CareTiles />
          </>
        )}
      </div>
    </Live>
  );
};
