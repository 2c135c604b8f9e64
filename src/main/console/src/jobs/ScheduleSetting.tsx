import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatchUp, ScheduleLineFragment } from '../gql/graphql';
import { Refusals, useScheduleRefusals } from './Told';
import { useWork } from './useJobs';
import { scheduleReset, scheduleUpdate } from './work';

type Props = { schedule: ScheduleLineFragment };
type Typed = { cron: string; zone: string; catchUp: CatchUp };

const choices = ['NONE', 'LATEST', 'ALL'] as const;

const Fields = ({ typed, hasCron, onType }: { typed: Typed; hasCron: boolean; onType: (typed: Typed) => void }) => {
  const { t } = useTranslation();
  const names = hasCron ? (['cron', 'zone'] as const) : [];
  return (
    <>
      {names.map((name) => (
        <label key={name}>
          {t(`schedules.set.${name}`)}
          <input
            type="text"
            value={typed[name]}
            required
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onType({ ...typed, [name]: target.value })}
          />
        </label>
      ))}
      <label>
        {t('schedules.missed')}
        <select value={typed.catchUp} onChange={({ target }) => onType({ ...typed, catchUp: target.value as CatchUp })}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`CatchUp.${choice}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
};

/** Sets a schedule otherwise than its file says, or as it says again. */
export const ScheduleSetting = ({ schedule }: Props) => {
  const { t } = useTranslation();
  const { name, timing, catchUp, declared, override } = schedule;
  const [typed, setTyped] = useState<Typed>();
  const update = useWork(scheduleUpdate);
  const reset = useWork(scheduleReset);
  const now = { cron: timing.cron ?? '', zone: timing.zone ?? '', catchUp };
  const hasCron = timing.kind === 'CRON';
  const errors = [...(update.data?.scheduleUpdate?.userErrors ?? []), ...(reset.data?.scheduleReset?.userErrors ?? [])];
  const refusals = useScheduleRefusals(errors);
  const save = ({ cron, zone, ...rest }: Typed) => {
    reset.reset();
    update.mutate({ input: { schedule: name, ...rest, ...(hasCron ? { cron, zone } : {}) } });
  };
  return (
    <details className="setting" data-setting={name}>
      <summary>{t('schedules.set.title')}</summary>
      <form
        aria-label={t('schedules.set.of', { name })}
        onSubmit={(event) => {
          event.preventDefault();
          save(typed ?? now);
        }}
      >
        <Fields typed={typed ?? now} hasCron={hasCron} onType={setTyped} />
        {hasCron && (
          <p className="quiet whole">
            {t('schedules.set.declared', { cron: declared.timing.cron, zone: declared.timing.zone })}
          </p>
        )}
        <span className="acts">
          {override && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                update.reset();
                reset.mutate({ input: { schedule: name } }, { onSuccess: () => setTyped(undefined) });
              }}
            >
              {t('schedules.set.reset')}
            </Button>
          )}
          <Button size="compact-sm" type="submit" loading={update.isPending}>
            {t('schedules.set.save')}
          </Button>
        </span>
      </form>
      <Refusals error={update.error ?? reset.error} refusals={refusals} />
      <p role="status" className="told">
        {(update.isSuccess || reset.isSuccess) && errors.length === 0 && t('schedules.set.done')}
      </p>
    </details>
  );
};
