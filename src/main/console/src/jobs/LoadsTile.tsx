import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Tile } from '../customer/Tile';
import { useFormats } from '../format';
import type { JobsQuery, LoadLineFragment } from '../gql/graphql';
import { figures, LoadLine } from './LoadLine';
import { OpenedLoad } from './OpenedLoad';
import { RunningLoad } from './RunningLoad';
import { runningIn } from './useJobs';
import { Wide } from './Wide';

const columns = 6 + figures.length;

const Head = () => {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('jobs.number')}</th>
        <th scope="col">{t('jobs.status')}</th>
        <th scope="col">{t('jobs.trigger')}</th>
        <th scope="col">{t('jobs.started')}</th>
        <th scope="col" className="figure">
          {t('jobs.took')}
        </th>
        {figures.map((name) => (
          <th key={name} scope="col" className="figure">
            {t(`jobs.rows.${name}`)}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
};

type TileProps = {
  loads: JobsQuery['loads'];
  now: Date;
  onResume: (load: LoadLineFragment) => void;
  onMore: (() => void) | undefined;
};

/** The loads, newest first; one of them may be open, and its address names it. */
export const LoadsTile = ({ loads: { nodes, totalCount }, now, onResume, onMore }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const [parameters, setParameters] = useSearchParams();
  const open = parameters.get('load');
  const running = runningIn(nodes);
  const toggle = (number: number) =>
    setParameters(open === String(number) ? {} : { load: String(number) }, { replace: true });
  return (
    <Tile
      name="loads"
      title={t('jobs.loads')}
      icon="database"
      aside={totalCount > 0 && formats.number(totalCount)}
      empty={totalCount === 0 ? t('jobs.none') : undefined}
      onRetry={() => undefined}
    >
      {running && <RunningLoad key={running.id} load={running} now={now} />}
      <Wide label={t('jobs.loads')}>
        <table className="figures-table loads">
          <Head />
          <tbody>
            {nodes.map((load, place) => {
              const isOpen = open === String(load.number);
              // The hub goes on with the newest load only; after it, older ones have nothing left to do.
              const isInterrupted = place === 0 && (load.status === 'FAILED' || load.status === 'STOPPED');
              return (
                <Fragment key={load.id}>
                  <LoadLine
                    load={load}
                    now={now}
                    isOpen={isOpen}
                    onToggle={() => toggle(load.number)}
                    onResume={isInterrupted ? () => onResume(load) : undefined}
                  />
                  {isOpen && (
                    <tr className="opened-row">
                      <td colSpan={columns}>
                        <OpenedLoad load={load} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </Wide>
      {onMore && (
        <div className="load-more">
          <Button size="compact-sm" variant="default" onClick={onMore}>
            {t('jobs.more')}
          </Button>
          <span className="quiet" role="status">
            {t('jobs.shownOf', { shown: formats.number(nodes.length), total: formats.number(totalCount) })}
          </span>
        </div>
      )}
    </Tile>
  );
};
