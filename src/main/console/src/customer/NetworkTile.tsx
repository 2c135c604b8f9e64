import { useTranslation } from 'react-i18next';
import { useFormats, type Formats } from '../format';
import type { ExperienceFragment } from '../gql/graphql';
import { Sparkline } from './Sparkline';
import { Tile } from './Tile';
import type { TileProps } from './tileProps';

const columns = ['score', 'drops', 'outages', 'throughput', 'latency'] as const;

const valueOf = (column: (typeof columns)[number], month: ExperienceFragment, formats: Formats) => {
  const value = month[column];
  if (value == null) return '–';
  if (column === 'throughput') return `${formats.number(value)} Mbit/s`;
  return column === 'latency' ? formats.milliseconds(value) : formats.number(value);
};

const Trend = ({ months }: { months: readonly ExperienceFragment[] }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const scored = months.flatMap(({ month, score }) => (score == null ? [] : [{ month, score }]));
  const [first] = scored;
  const last = scored.at(-1);
  if (!first || !last || first === last) return null;
  const lowest = scored.reduce((low, each) => (each.score < low.score ? each : low));
  const label = t('network.trend', {
    first: first.score,
    firstMonth: formats.month(first.month),
    last: last.score,
    lastMonth: formats.month(last.month),
    lowest: lowest.score,
    lowestMonth: formats.month(lowest.month),
  });
  return (
    <Sparkline
      values={months.map(({ score }) => score ?? null)}
      bounds={[0, 100]}
      label={label}
      width={190}
      height={52}
    />
  );
};

const MonthTable = ({ months }: { months: readonly ExperienceFragment[] }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <details>
      <summary>{t('network.byMonth')}</summary>
      {/* A wide table scrolls in its own box; the keyboard has to get into it. */}
      <div className="scroller" tabIndex={0} role="region" aria-label={t('network.byMonth')}>
        <table className="months">
          <thead>
            <tr>
              <th scope="col">{t('network.month')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`network.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{formats.month(month.month)}</th>
                {columns.map((column) => (
                  <td key={column}>{valueOf(column, month, formats)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** How well the network served the customer, now and over the year. */
export const NetworkTile = ({ customer, faults, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const months = customer.networkExperience ?? [];
  const [latest] = months;
  return (
    <Tile
      name="network"
      title={t('network.title')}
      icon="signal"
      aside={latest && t('network.in', { month: formats.month(latest.month) })}
      fault={faults.network}
      empty={latest ? undefined : t('network.empty')}
      onRetry={onRetry}
    >
      {latest && (
        <>
          <div className="network">
            {latest.score != null && (
              <p className="score">
                <span className="unseen">{t('network.score')} </span>
                <strong>{formats.number(latest.score)}</strong>
                <span className="quiet"> / 100</span>
              </p>
            )}
            <Trend months={months.toReversed()} />
          </div>
          <dl className="figures">
            {columns.slice(1).map((column) => (
              <div key={column}>
                <dt>{t(`network.${column}`)}</dt>
                <dd>{valueOf(column, latest, formats)}</dd>
              </div>
            ))}
          </dl>
          {customer.area && (
            <p className="quiet">
              {t('network.area', { code: customer.area.postalCode })}
              {customer.area.population != null &&
                ` · ${t('network.people', { count: customer.area.population, formatted: formats.number(customer.area.population) })}`}
            </p>
          )}
          <MonthTable months={months} />
        </>
      )}
    </Tile>
  );
};
