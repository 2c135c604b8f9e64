import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateBadge } from '../customer/StateBadge';
import { inLanguage, useFormats } from '../format';
import type { ScheduleErrorCode, ScheduleLineFragment } from '../gql/graphql';
import { clock, secondsBetween } from './figures';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { scheduleRunNow, scheduleUpdate } from './work';

type Props = { schedule: ScheduleLineFragment };
type Run = ScheduleLineFragment['runs']['nodes'][number];

const tones = { WAITING: 'plain', RUNNING: 'plain', COMPLETED: 'good', FAILED: 'bad', CANCELLED: 'warn' } as const;

const Timing = ({ schedule: { timing } }: Props) => {
  const { t } = useTranslation();
  const { cron, zone, after, files } = timing;
  const texts = {
    CRON: t('schedules.cron', { cron, zone }),
    AFTER: t('schedules.after', { schedule: after }),
    FILES: t('schedules.files', { files }),
  };
  return <p className="timing number">{texts[timing.kind]}</p>;
};

const Facts = ({ schedule }: Props) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { next, feeds, override } = schedule;
  return (
    <dl>
      <dt>{t('schedules.next')}</dt>
      <dd className="number">
        {next ? formats.time(next.startsAt) : t('schedules.noNext')}
        {next && (
          <span className="quiet below">
            {t('schedules.covers', { period: formats.times(next.covers.from, next.covers.until) })}
          </span>
        )}
      </dd>
      <dt>{t('schedules.missed')}</dt>
      <dd>{t(`CatchUp.${schedule.catchUp}`)}</dd>
      <dt>{t('schedules.retries')}</dt>
      <dd>{formats.number(schedule.retries)}</dd>
      {feeds.length > 0 && <dt>{t('schedules.only')}</dt>}
      {feeds.length > 0 && <dd>{feeds.join(', ')}</dd>}
      {override && (
        <dd className="quiet whole">
          {t('schedules.changed', { name: override.changedBy, when: formats.time(override.changedAt) })}
        </dd>
      )}
    </dl>
  );
};

const RunLine = ({ run }: { run: Run }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { status, cause, startedAt, endedAt, startsAt, loadNumber, message } = run;
  return (
    <li>
      <StateBadge tone={tones[status]} text={t(`ScheduleRunStatus.${status}`)} />
      <span className="number">{formats.time(startedAt ?? startsAt)}</span>
      <span className="quiet">{t(`ScheduleRunCause.${cause}`)}</span>
      {startedAt && endedAt && (
        <span className="quiet number">{clock(secondsBetween(startedAt, endedAt, new Date(endedAt)))}</span>
      )}
      {loadNumber != null && <Link to={`?load=${loadNumber}`}>{t('schedules.load', { number: loadNumber })}</Link>}
      {message && (
        <span className="quiet whole" lang="en">
          {message}
        </span>
      )}
    </li>
  );
};

const Switch = ({ schedule, onSwitch }: Props & { onSwitch: () => void }) => {
  const { t } = useTranslation();
  return (
    <span className="switch">
      <span aria-hidden="true">{t(schedule.paused ? 'schedules.paused' : 'schedules.active')}</span>
      <button
        type="button"
        role="switch"
        aria-checked={!schedule.paused}
        aria-label={t('schedules.switch', { name: schedule.name })}
        onClick={onSwitch}
      />
    </span>
  );
};

/** One schedule: when it runs, whether it does, what it did of late, and a way to run it now. */
export const ScheduleCard = ({ schedule }: Props) => {
  const { t } = useTranslation();
  const { language } = useFormats();
  const update = useWork(scheduleUpdate);
  const runNow = useWork(scheduleRunNow);
  const { name, paused, description, runs } = schedule;
  const errors = [
    ...(update.data?.scheduleUpdate?.userErrors ?? []),
    ...(runNow.data?.scheduleRunNow?.userErrors ?? []),
  ];
  const refusals = errors.map(({ code, message }: { code: ScheduleErrorCode; message: string }) => ({
    text: t(`ScheduleErrorCode.${code}`),
    message,
  }));
  return (
    <li className="schedule" data-schedule={name} data-paused={paused}>
      <header>
        <h3>{name}</h3>
        <Switch schedule={schedule} onSwitch={() => update.mutate({ input: { schedule: name, paused: !paused } })} />
      </header>
      {description && <p>{inLanguage(description, language)}</p>}
      <Timing schedule={schedule} />
      <Facts schedule={schedule} />
      <h4>{t('schedules.runs')}</h4>
      {runs.nodes.length === 0 && <p className="quiet">{t('schedules.noRuns')}</p>}
      <ul className="runs">
        {runs.nodes.map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
      <Refusals error={update.error ?? runNow.error} refusals={refusals} />
      <footer>
        <Button
          size="compact-sm"
          variant="default"
          loading={runNow.isPending}
          onClick={() => runNow.mutate({ input: { schedule: name } })}
          aria-label={t('schedules.runNowOf', { name })}
        >
          {t('schedules.runNow')}
        </Button>
        <span className="quiet" role="status">
          {runNow.isSuccess && errors.length === 0 && t('schedules.enqueued', { name })}
        </span>
      </footer>
    </li>
  );
};
