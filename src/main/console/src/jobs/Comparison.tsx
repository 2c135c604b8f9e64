import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { CareQuery } from '../gql/graphql';
import { Wide } from './Wide';

type Verification = NonNullable<CareQuery['verification']>;

const figures = ['expected', 'found', 'differences', 'repaired'] as const;

/** How each kind of record was compared in each store. */
export const Tallies = ({ tallies }: Pick<Verification, 'tallies'>) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <Wide label={t('care.verify.title')}>
      <table className="figures-table tallies">
        <thead>
          <tr>
            <th scope="col">{t('care.verify.store')}</th>
            <th scope="col">{t('care.verify.kind')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(`care.verify.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <tr key={`${tally.store} ${tally.kind}`}>
              <td>{t(`VerifiedStore.${tally.store}`)}</td>
              <th scope="row">{tally.kind}</th>
              {figures.map((name) => (
                <td key={name} className="figure" data-none={tally[name] === 0}>
                  {formats.number(tally[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};

/** The first of what differs. */
export const Differences = ({ differences: { nodes, totalCount } }: Pick<Verification, 'differences'>) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <>
      <h3>{t('care.verify.differences')}</h3>
      <ul className="notices">
        {nodes.map(({ store, kind, id, problem, fields, repaired }) => (
          <li key={`${store} ${kind} ${id}`}>
            <code>{`${kind} ${id}`}</code>
            <span>{t(`DifferenceProblem.${problem}`, { store: t(`VerifiedStore.${store}`) })}</span>
            {fields.length > 0 && <span className="quiet">{fields.join(', ')}</span>}
            {repaired && <span className="quiet">{t('care.verify.repaired')}</span>}
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p className="quiet">
          {t('jobs.shownOf', { shown: formats.number(nodes.length), total: formats.number(totalCount) })}
        </p>
      )}
    </>
  );
};
