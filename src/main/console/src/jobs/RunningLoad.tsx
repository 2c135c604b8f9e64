import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { LoadLineFragment } from '../gql/graphql';
import { clock, percentOf, secondsBetween } from './figures';
import { LoadBadge } from './LoadBadge';
import { Steps, useStepName } from './Steps';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { loadStop } from './work';

/** What is said aloud: a new step, each quarter of it, and how the newest load ended; never every number. */
export const Progress = ({ newest }: { newest: LoadLineFragment | undefined }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const stepName = useStepName();
  const step = newest?.steps.findLast(({ status }) => status === 'RUNNING');
  const quarter = Math.floor(((step && percentOf(step)) ?? 0) / 25) * 25;
  const number = newest?.number;
  return (
    <p className="unseen" role="status">
      {newest?.status === 'RUNNING'
        ? step && t('jobs.progress', { number, step: stepName(step.name), percent: formats.percent(quarter / 100) })
        : newest && t('jobs.ended', { number, status: t(`LoadStatus.${newest.status}`) })}
    </p>
  );
};

/** The load that runs, step by step, with a way to stop it. */
export const RunningLoad = ({ load, now }: { load: LoadLineFragment; now: Date }) => {
  const { t } = useTranslation();
  const stop = useWork(loadStop);
  const refusals = stop.data?.loadStop?.userErrors ?? [];
  return (
    <section className="running" data-running={load.number} aria-label={t('jobs.running', { number: load.number })}>
      <header>
        <h3>{t('jobs.running', { number: load.number })}</h3>
        <LoadBadge status={load.status} />
        <span className="number quiet">{clock(secondsBetween(load.startedAt, load.endedAt, now))}</span>
        <Button
          size="compact-sm"
          variant="default"
          className="stop"
          loading={stop.isPending}
          onClick={() => stop.mutate({ input: { load: load.id } })}
          aria-label={t('jobs.stopLoad', { number: load.number })}
        >
          {t('jobs.stop')}
        </Button>
      </header>
      {stop.isSuccess && refusals.length === 0 && <p role="status">{t('jobs.stopping')}</p>}
      <Refusals
        error={stop.error}
        refusals={refusals.map(({ code, message }) => ({ text: t(`LoadStopErrorCode.${code}`), message }))}
      />
      <Steps steps={load.steps} />
    </section>
  );
};
