import { useTranslation } from 'react-i18next';
import type { RejectLineFragment } from '../gql/graphql';
import { Wide } from './Wide';

/** Rows that were refused, and why. */
export const Rejects = ({ rejects }: { rejects: readonly RejectLineFragment[] }) => {
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
          </tr>
        </thead>
        <tbody>
          {rejects.map(({ file, line, field, reason, message }, place) => (
            <tr key={place}>
              <td>{file}</td>
              <td>{line}</td>
              <td>{field}</td>
              <td>{t(`RejectReason.${reason}`)}</td>
              <td lang="en">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};
