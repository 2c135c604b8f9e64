import { Button } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { RejectLineFragment } from '../gql/graphql';
import { changesOf, textOf, type Cell } from './changes';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { rejectCorrect, rejectDismiss } from './work';

type Row = NonNullable<RejectLineFragment['row']>;
type Texts = Record<string, string>;
type CellsProps = { cells: readonly Cell[]; typed: Texts; onType: (typed: Texts) => void };

const Cells = ({ cells, typed, onType }: CellsProps) => {
  const { t } = useTranslation();
  const form = useId();
  return cells.map((cell) => {
    const { column, masked, atFault } = cell;
    const hint = `${form}${column}`;
    return (
      <label key={column} className="cell" data-fault={atFault}>
        <span>{column}</span>
        <input
          type="text"
          value={typed[column] ?? textOf(cell)}
          aria-describedby={masked ? hint : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onType({ ...typed, [column]: target.value })}
        />
        {masked && (
          <span className="quiet" id={hint}>
            {t('jobs.correction.masked')}
          </span>
        )}
      </label>
    );
  });
};

const useRowWork = (onDone: () => void) => {
  const { t } = useTranslation();
  const correct = useWork(rejectCorrect);
  const dismiss = useWork(rejectDismiss);
  const errors = [
    ...(correct.data?.rejectCorrect?.userErrors ?? []),
    ...(dismiss.data?.rejectDismiss?.userErrors ?? []),
  ];
  return {
    isBusy: correct.isPending || dismiss.isPending,
    error: correct.error ?? dismiss.error,
    refusals: errors.map(({ code, message }) => ({ text: t(`RejectErrorCode.${code}`), message })),
    correct: (row: string, values: { column: string; value: string }[]) =>
      correct.mutate(
        { input: { corrections: [{ row, values }] } },
        { onSuccess: ({ rejectCorrect: told }) => told?.userErrors.length === 0 && onDone() },
      ),
    dismiss: (row: string) =>
      dismiss.mutate(
        { input: { rows: [row] } },
        { onSuccess: ({ rejectDismiss: told }) => told?.userErrors.length === 0 && onDone() },
      ),
  };
};

/** Corrects a refused row, the columns at fault first, or says that it needs none. */
export const RowEditor = ({ reject, row, onClose }: { reject: RejectLineFragment; row: Row; onClose: () => void }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const [typed, setTyped] = useState<Texts>({});
  const work = useRowWork(onClose);
  const atFault = row.cells.filter((cell) => cell.atFault);
  const others = row.cells.filter((cell) => !cell.atFault);
  const save = (event: FormEvent) => {
    event.preventDefault();
    work.correct(row.id, changesOf(row.cells, typed));
  };
  const title = t('jobs.correction.title', { line: reject.line, file: reject.file });
  return (
    <form className="row-editor" aria-label={title} onSubmit={save}>
      <strong>{title}</strong>
      {row.text && (
        <p>
          {t('jobs.correction.text')} <code>{row.text}</code>
        </p>
      )}
      <div className="cells">
        <Cells cells={atFault} typed={typed} onType={setTyped} />
      </div>
      <details open={atFault.length === 0}>
        <summary>{t('jobs.correction.others')}</summary>
        <div className="cells">
          <Cells cells={others} typed={typed} onType={setTyped} />
        </div>
      </details>
      <span className="acts">
        <Button size="compact-sm" type="submit" disabled={work.isBusy}>
          {t('jobs.correction.save')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={work.isBusy} onClick={() => work.dismiss(row.id)}>
          {t('jobs.correction.dismiss')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {t('jobs.correction.cancel')}
        </Button>
        {row.correctedBy && row.correctedAt && (
          <span className="quiet">
            {t('jobs.correction.by', { who: row.correctedBy, when: formats.time(row.correctedAt) })}
          </span>
        )}
      </span>
      <Refusals error={work.error} refusals={work.refusals} />
    </form>
  );
};
