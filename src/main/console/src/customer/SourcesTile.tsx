import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { SourceRecordFragment } from '../gql/graphql';
import { Origins } from './Origins';
import { Tile } from './Tile';
import type { TileProps } from './tileProps';
import { useDeclaredName } from './useDeclaredName';

const bySystem = (records: readonly SourceRecordFragment[]) =>
  [...new Set(records.map(({ source }) => source))].map(
    (system) => [system, records.filter(({ source }) => source === system)] as const,
  );

/** As whom each system knows the customer, and why we think it is the same one. */
export const SourcesTile = ({ customer, faults, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const records = customer.sourceRecords ?? [];
  const systems = bySystem(records);
  const nameOf = useDeclaredName();
  const day = (instant: string) => formats.date(instant.slice(0, 10));
  return (
    <Tile
      name="sources"
      title={t('sources.title')}
      icon="database"
      aside={records.length > 0 && t('sources.known', { count: systems.length })}
      fault={faults.sources}
      empty={records.length === 0 ? t('sources.empty') : undefined}
      onRetry={onRetry}
    >
      <ul className="rows sources">
        {systems.map(([source, known]) => (
          <li key={source}>
            <p>
              <strong>{nameOf('systems', source)}</strong>
              <span className="quiet">{t('sources.records', { count: known.length })}</span>
            </p>
            <ul>
              {known.map(({ feed, key, rule, firstSeen, lastSeen }) => (
                <li key={feed + key}>
                  <span className="number">{key}</span>
                  <span className="quiet">{feed}</span>
                  <span className="rule">{rule ? nameOf('rules', rule) : t('sources.alone')}</span>
                  <span className="quiet seen">
                    {t('sources.seen', { first: day(firstSeen), last: day(lastSeen) })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Origins id={customer.id} />
    </Tile>
  );
};
