import { useTranslation } from 'react-i18next';
import { faultText } from '../FaultNotice';
import type { ScheduleErrorCode } from '../gql/graphql';
import { RequestFailed } from '../graphql/client';
import { Icon } from '../icons';

type Refusal = { text: string; message: string };

/** Why a schedule was not changed, in the reader's language. */
export const useScheduleRefusals = (errors: readonly { code: ScheduleErrorCode; message: string }[] = []) => {
  const { t } = useTranslation();
  return errors.map(({ code, message }) => ({ text: t(`ScheduleErrorCode.${code}`), message }));
};

/** Why something that was asked for was not done: the reason in the reader's language, and what the hub says of it. */
export const Refusals = ({ refusals = [], error }: { refusals?: readonly Refusal[]; error?: Error | null }) => {
  const { t } = useTranslation();
  if (refusals.length === 0 && !error) return null;
  const failed = error instanceof RequestFailed ? error : undefined;
  return (
    <div className="tile-fault" role="alert">
      <Icon name="warning" />
      <div>
        {error && <p>{failed ? faultText(failed.code, t) : t('fault.unreachable')}</p>}
        {failed?.traceId && <p className="quiet">{t('fault.trace', { id: failed.traceId })}</p>}
        {refusals.map(({ text, message }) => (
          <p key={text + message}>
            {text} <span lang="en">{message}</span>
          </p>
        ))}
      </div>
    </div>
  );
};
