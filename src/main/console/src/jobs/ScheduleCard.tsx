import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inLanguage, useFormats } from '../format';
import type { ScheduleLineFragment } from '../gql/graphql';
import { Backfill } from './Backfill';
import { ScheduleRuns } from './ScheduleRuns';
import { ScheduleSetting } from './ScheduleSetting';
import { Refusals, useScheduleRefusals } from './Told';
import { useWork } from './useJobs';
import { scheduleRunNow, scheduleUpdate } from './work';

type Props = { schedule: ScheduleLineFragment };
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
  const { name, paused, description, runs, timing } = schedule;
  const errors = [
    ...(update.data?.scheduleUpdate?.userErrors ?? []),
    ...(runNow.data?.scheduleRunNow?.userErrors ?? []),
  ];
  const refusals = useScheduleRefusals(errors);
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
      <ScheduleRuns runs={runs.nodes} />
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
      <ScheduleSetting schedule={schedule} />
      {timing.kind === 'CRON' && <Backfill name={name} />}
    </li>
  );
};
