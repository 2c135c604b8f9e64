import { Alert, Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from './graphql/client';
import { Icon } from './icons';

const codes = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'TOO_COMPLEX', 'UNAVAILABLE'] as const;

/** What went wrong, for the reader, by the code that the hub gave. */
export const faultText = (code: string | undefined, t: TFunction) =>
  t(`fault.${codes.find((known) => known === code) ?? 'INTERNAL'}`);

/** A whole page or list that could not be read, with what to do. */
export const FaultNotice = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const { t } = useTranslation();
  const failed = error instanceof RequestFailed ? error : undefined;
  return (
    <Alert role="alert" color="red" variant="light" title={t('fault.title')} icon={<Icon name="warning" />} m="md">
      <p>{failed ? faultText(failed.code, t) : t('fault.unreachable')}</p>
      {failed?.traceId && <p className="quiet">{t('fault.trace', { id: failed.traceId })}</p>}
      <Button size="xs" variant="outline" color="red" onClick={onRetry}>
        {t('fault.again')}
      </Button>
    </Alert>
  );
};
