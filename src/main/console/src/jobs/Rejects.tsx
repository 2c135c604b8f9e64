import { Button } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../customer/StateBadge';
import type { RejectLineFragment, RejectStatus } from '../gql/graphql';
import { Wide } from './Wide';

/** Opens a refused row to be corrected, and shows what is opened below it. */
export type Correction = {
  opened: string | undefined;
  onOpen: (row: string | undefined) => void;
  editor: (reject: RejectLineFragment) => ReactNode;
};

const tones = {
  OPEN: 'warn',
  CORRECTED: 'plain',
  ACCEPTED: 'good',
  REFUSED_AGAIN: 'bad',
  DISMISSED: 'plain',
} as const satisfies Record<RejectStatus, string>;

const Act = ({ reject: { row, status, file, line }, correction }: { reject: RejectLineFragment } & Acts) => {
  const { t } = useTranslation();
  if (!row) return <span className="quiet">{t('jobs.correction.notKept')}</span>;
  if (status === 'ACCEPTED') {
    return <span className="quiet">{t('jobs.correction.accepted', { number: row.acceptedIn })}</span>;
  }
  const isOpen = correction.opened === row.id;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-expanded={isOpen}
      aria-label={t('jobs.correction.correctLine', { line, file })}
      onClick={() => correction.onOpen(isOpen ? undefined : row.id)}
    >
      {t('jobs.correction.correct')}
    </Button>
  );
};

type Acts = { correction: Correction };

const Line = ({ reject, correction }: { reject: RejectLineFragment; correction?: Correction }) => {
  const { t } = useTranslation();
  const { file, line, field, reason, message, status } = reject;
  return (
    <tr>
      <td>{file}</td>
      <td>{line}</td>
      <td>{field}</td>
      <td>{t(`RejectReason.${reason}`)}</td>
      <td lang="en">{message}</td>
      {correction && (
        <>
          <td>
            <StateBadge tone={tones[status]} text={t(`RejectStatus.${status}`)} />
          </td>
          <td className="act">
            <Act reject={reject} correction={correction} />
          </td>
        </>
      )}
    </tr>
  );
};

/** Rows that were refused, and why; to be corrected where somebody may. */
export const Rejects = ({
  rejects,
  correction,
}: {
  rejects: readonly RejectLineFragment[];
  correction?: Correction;
}) => {
  const { t } = useTranslation();
  return (
    <Wide label={t('jobs.rejects')}>
      <table className="rejects">
        <thead>
          <tr>
            {(['file', 'line', 'field', 'reason', 'message'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`jobs.${name}`)}
              </th>
            ))}
            {correction && (
              <>
                <th scope="col">{t('jobs.correction.status')}</th>
                <td />
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject, place) => (
            <Fragment key={place}>
              <Line reject={reject} correction={correction} />
              {correction && reject.row && correction.opened === reject.row.id && isFirst(rejects, place) && (
                <tr className="opened-reject">
                  <td colSpan={7}>{correction.editor(reject)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};

// A row that broke several rules is listed with each, and edited below the first.
const isFirst = (rejects: readonly RejectLineFragment[], place: number) =>
  rejects.findIndex(({ row }) => row?.id === rejects[place]?.row?.id) === place;
