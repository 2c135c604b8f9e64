import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { RejectsQuery, RejectStatus } from '../gql/graphql';
import type { RejectChoice } from './useJobs';
import { Wide } from './Wide';

type Groups = Extract<NonNullable<RejectsQuery['node']>, { rejectGroups: unknown }>['rejectGroups'];
type Props = { groups: Groups; choice: RejectChoice; onChoose: (choice: RejectChoice) => void };

const statuses = [
  'OPEN',
  'CORRECTED',
  'ACCEPTED',
  'REFUSED_AGAIN',
  'DISMISSED',
] as const satisfies readonly RejectStatus[];

const Status = ({ choice, onChoose }: Omit<Props, 'groups'>) => {
  const { t } = useTranslation();
  const name = useId();
  return (
    <p className="option">
      <label htmlFor={name}>{t('jobs.correction.status')}</label>
      <select
        id={name}
        value={choice.status ?? ''}
        onChange={({ target }) => onChoose({ ...choice, status: statuses.find((status) => status === target.value) })}
      >
        <option value="">{t('jobs.correction.all')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`RejectStatus.${status}`)}
          </option>
        ))}
      </select>
    </p>
  );
};

/** How many rows were refused by feed and reason; one of these can be chosen. */
export const RejectGroups = ({ groups, choice, onChoose }: Props) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <>
      <Wide label={t('jobs.correction.groups')}>
        <table className="figures-table reject-groups">
          <thead>
            <tr>
              <th scope="col">{t('jobs.feed')}</th>
              <th scope="col">{t('jobs.reason')}</th>
              <th scope="col" className="figure">
                {t('jobs.correction.count')}
              </th>
              <th scope="col" className="figure">
                {t('jobs.correction.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ source, feed, reason, count, open }) => {
              const name = `${source}.${feed}`;
              const isChosen = choice.feed === name && choice.reason === reason;
              return (
                <tr key={name + reason}>
                  <td>{name}</td>
                  <td>
                    <button
                      type="button"
                      className="choose"
                      aria-pressed={isChosen}
                      aria-label={t('jobs.correction.only', { feed: name, reason: t(`RejectReason.${reason}`) })}
                      onClick={() =>
                        onChoose({
                          ...choice,
                          feed: isChosen ? undefined : name,
                          reason: isChosen ? undefined : reason,
                        })
                      }
                    >
                      {t(`RejectReason.${reason}`)}
                    </button>
                  </td>
                  <td className="figure">{formats.number(count)}</td>
                  <td className="figure" data-none={open === 0}>
                    {formats.number(open)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
      <Status choice={choice} onChoose={onChoose} />
    </>
  );
};
