import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { ProductFragment } from '../gql/graphql';
import { Sparkline } from './Sparkline';
import { StateBadge } from './StateBadge';

/** The newest month's usage in words, and the months before as a small line. */
export const UsageLine = ({ product: { usage, offering } }: { product: ProductFragment }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const [latest] = usage;
  if (!latest) return null;
  const months = usage.toReversed();
  const amounts = months.map(({ dataMegabytes }) => dataMegabytes ?? null);
  const included = offering?.dataMegabytes;
  const used = latest.dataMegabytes == null ? null : formats.data(latest.dataMegabytes);
  const parts = [
    used && (included ? t('products.dataOf', { used, included: formats.data(included) }) : used),
    latest.voiceMinutes != null && formats.minutes(latest.voiceMinutes),
    latest.messages != null &&
      t('products.messages', { count: latest.messages, formatted: formats.number(latest.messages) }),
    latest.roamingMegabytes && t('products.roaming', { amount: formats.data(latest.roamingMegabytes) }),
  ].filter(Boolean);
  const most = Math.max(...amounts.map((amount) => amount ?? 0));
  return (
    <p className="usage">
      {months.length > 1 && most > 0 && (
        <Sparkline
          values={amounts}
          bounds={[0, most]}
          label={t('products.trend', {
            first: formats.month(months[0]?.month ?? latest.month),
            last: formats.month(latest.month),
            most: formats.data(most),
          })}
        />
      )}
      <span>
        <span className="quiet">{t('products.usageIn', { month: formats.month(latest.month) })}</span>{' '}
        {parts.join(' · ')}
      </span>
      {latest.overAllowance && <StateBadge tone="bad" text={t('products.over')} />}
    </p>
  );
};
