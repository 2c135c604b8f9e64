import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { BackfillInput, BackfillMutation, BackfillReprocess } from '../gql/graphql';
import { Refusals, useScheduleRefusals } from './Told';
import { useWork } from './useJobs';
import { backfill } from './work';

const modes = ['NONE', 'FAILED', 'COMPLETED'] as const;
type Asked = Pick<BackfillInput, 'from' | 'to' | 'reprocess'>;
type Runs = NonNullable<BackfillMutation['backfill']>['runs'];

const Fields = ({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) => {
  const { t } = useTranslation();
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t(`schedules.backfill.${name}`)}
          <input
            type="date"
            required
            value={asked[name]}
            onChange={({ target }) => onChange({ ...asked, [name]: target.value })}
          />
        </label>
      ))}
      <label>
        {t('schedules.backfill.again')}
        <select
          value={asked.reprocess}
          onChange={({ target }) => onChange({ ...asked, reprocess: target.value as BackfillReprocess })}
        >
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`BackfillReprocess.${mode}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
};

const Found = ({ runs, isDry }: { runs: Runs; isDry: boolean }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const [first, last] = [runs[0], runs.at(-1)];
  return (
    <p role="status" className="told" data-backfill={runs.length}>
      {t(isDry ? 'schedules.backfill.would' : 'schedules.backfill.enqueued', { count: runs.length })}
      {first && last && <span className="quiet number"> {formats.times(first.logicalDate, last.logicalDate)}</span>}
    </p>
  );
};

/** Brings the runs that a schedule lacks in a range of days, or some of them once more. */
export const Backfill = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>({ from: '', to: '', reprocess: 'NONE' });
  const work = useWork(backfill);
  const result = work.data?.backfill;
  const refusals = useScheduleRefusals(result?.userErrors);
  const bring = (dryRun: boolean) => work.mutate({ input: { schedule: name, ...asked, dryRun } });
  return (
    <details className="setting" data-backfill-of={name}>
      <summary>{t('schedules.backfill.title')}</summary>
      <form
        aria-label={t('schedules.backfill.of', { name })}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          bring(submitter?.getAttribute('name') === 'dry');
        }}
      >
        <Fields asked={asked} onChange={setAsked} />
        <span className="acts">
          <Button size="compact-sm" variant="default" type="submit" name="dry" disabled={work.isPending}>
            {t('schedules.backfill.dry')}
          </Button>
          <Button size="compact-sm" type="submit" disabled={work.isPending}>
            {t('schedules.backfill.bring')}
          </Button>
        </span>
      </form>
      <Refusals error={work.error} refusals={refusals} />
      {result && refusals.length === 0 && <Found runs={result.runs} isDry={work.variables?.input.dryRun === true} />}
    </details>
  );
};
