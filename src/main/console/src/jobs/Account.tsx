import { useTranslation } from 'react-i18next';
import { StateBadge } from '../customer/StateBadge';
import { useFormats } from '../format';
import { clock, secondsBetween } from './figures';

type Tone = 'plain' | 'good' | 'warn' | 'bad';
type Done = { number: number; startedAt: string; endedAt?: string | null; startedBy?: string | null };

/** Where the last work of a kind stands, when it was done, and who asked for it. */
export const Account = ({ done, tone, status }: { done: Done; tone: Tone; status: string }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { number, startedAt, endedAt, startedBy } = done;
  return (
    <p className="account-line">
      <span className="number">{t('care.number', { number })}</span>
      <StateBadge tone={tone} text={status} />
      <span className="quiet">{formats.time(startedAt)}</span>
      {endedAt && <span className="quiet number">{clock(secondsBetween(startedAt, endedAt, new Date(endedAt)))}</span>}
      {startedBy && <span className="quiet">{startedBy}</span>}
    </p>
  );
};
