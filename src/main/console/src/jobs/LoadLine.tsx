import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { LoadLineFragment } from '../gql/graphql';
import { Icon } from '../icons';
import { clock, secondsBetween, sumOf } from './figures';
import { LoadBadge } from './LoadBadge';

/** The figures of a load's rows, in the order of the columns. */
export const figures = ['read', 'added', 'changed', 'unchanged', 'closed', 'rejected'] as const;
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

/** One load in the list. */
export const LoadLine = ({ load, now, isOpen, onToggle, onResume }: LineProps) => {
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
