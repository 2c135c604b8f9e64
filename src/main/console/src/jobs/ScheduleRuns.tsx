import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateBadge } from '../customer/StateBadge';
import { useFormats } from '../format';
import type { RunLineFragment } from '../gql/graphql';
import { clock, secondsBetween } from './figures';
import { Refusals, useScheduleRefusals } from './Told';
import { useWork } from './useJobs';
import { runCancel } from './work';

const tones = { WAITING: 'plain', RUNNING: 'plain', COMPLETED: 'good', FAILED: 'bad', CANCELLED: 'warn' } as const;

const Line = ({ run, onCancel }: { run: RunLineFragment; onCancel: () => void }) => {
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
      {status === 'WAITING' && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={onCancel}
          aria-label={t('schedules.cancelOf', { when: formats.time(startsAt) })}
        >
          {t('schedules.cancel')}
        </Button>
      )}
      {message && (
        <span className="quiet whole" lang="en">
          {message}
        </span>
      )}
    </li>
  );
};

/** What a schedule did of late, and a way to cancel what waits. */
export const ScheduleRuns = ({ runs }: { runs: readonly RunLineFragment[] }) => {
  const { t } = useTranslation();
  const cancel = useWork(runCancel);
  const refusals = useScheduleRefusals(cancel.data?.runCancel?.userErrors);
  return (
    <div>
      {runs.length === 0 && <p className="quiet">{t('schedules.noRuns')}</p>}
      <ul className="runs">
        {runs.map((run) => (
          <Line key={run.id} run={run} onCancel={() => cancel.mutate({ input: { run: run.id } })} />
        ))}
      </ul>
      <Refusals error={cancel.error} refusals={refusals} />
    </div>
  );
};
