import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Tile } from '../customer/Tile';
import { useFormats } from '../format';
import type { JobsQuery, LoadLineFragment } from '../gql/graphql';
import { Icon } from '../icons';
import { clock, secondsBetween, sumOf } from './figures';
import { LoadBadge } from './LoadBadge';
import { OpenedLoad } from './OpenedLoad';
import { RunningLoad } from './RunningLoad';
import { runningIn } from './useJobs';
import { Wide } from './Wide';

const figures = ['read', 'added', 'changed', 'unchanged', 'closed', 'rejected'] as const;
const columns = 6 + figures.length;

type LineProps = {
  load: LoadLineFragment;
  now: Date;
  isOpen: boolean;
  onToggle: () => void;
  onResume: (() => void) | undefined;
};

const Sums = ({ load }: { load: LoadLineFragment }) => {
  const { formats } = useFormats();
  // Rows of files that could not be told apart by feed are refused too: the load counts them all.
  const rows = { ...sumOf(load.feeds), rejected: load.rejectCount };
  return figures.map((name) => (
    <td key={name} className="figure" data-figure={name} data-none={rows[name] === 0}>
      {formats.number(rows[name])}
    </td>
  ));
};

const LoadLine = ({ load, now, isOpen, onToggle, onResume }: LineProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { number, status, trigger, startedBy, startedAt, endedAt } = load;
  const asked = [...(load.full ? [t('jobs.full')] : []), ...load.selection].join(' · ');
  return (
    <tr data-load={number} data-open={isOpen}>
      <th scope="row">
        <button
          type="button"
          className="disclosure"
          aria-expanded={isOpen}
          aria-label={t('jobs.open', { number })}
          onClick={onToggle}
        >
          <Icon name="chevron" size={14} />
          {number}
        </button>
      </th>
      <td>
        <LoadBadge status={status} />
      </td>
      <td>
        {t(`LoadTrigger.${trigger}`)}
        {startedBy && <span className="quiet"> {startedBy}</span>}
        {asked && <span className="quiet below">{asked}</span>}
      </td>
      <td className="instant">{formats.time(startedAt)}</td>
      <td className="figure">{clock(secondsBetween(startedAt, endedAt, now))}</td>
      <Sums load={load} />
      <td className="act">
        {onResume && (
          <Button size="compact-xs" variant="default" onClick={onResume} aria-label={t('jobs.resumeLoad', { number })}>
            {t('jobs.resume')}
          </Button>
        )}
      </td>
    </tr>
  );
};

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
