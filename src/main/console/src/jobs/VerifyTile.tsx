import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tile } from '../customer/Tile';
import type { CareQuery } from '../gql/graphql';
import { Account } from './Account';
import { Differences, Tallies } from './Comparison';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { verifyStart } from './work';

const tones = { RUNNING: 'plain', AGREED: 'good', REPAIRED: 'good', DIFFERED: 'warn', FAILED: 'bad' } as const;

const Result = ({ verification }: { verification: NonNullable<CareQuery['verification']> }) => {
  const { t } = useTranslation();
  const { status, repair, tallies, differences, failure } = verification;
  return (
    <div data-verification={verification.number} data-status={status}>
      <Account done={verification} tone={tones[status]} status={t(`VerificationStatus.${status}`)} />
      {repair && <p className="quiet">{t('care.verify.repairs')}</p>}
      {tallies.length > 0 && <Tallies tallies={tallies} />}
      {differences.totalCount > 0 && <Differences differences={differences} />}
      {failure && (
        <p className="bad" lang="en">
          {failure}
        </p>
      )}
    </div>
  );
};

/** The last comparison of the stores, and a way to start one, which mends what differs or does not. */
export const VerifyTile = ({ verification }: { verification: CareQuery['verification'] }) => {
  const { t } = useTranslation();
  const start = useWork(verifyStart, 'care');
  const refusals = (start.data?.verifyStart?.userErrors ?? []).map(({ code, message }) => ({
    text: t(`VerifyErrorCode.${code}`),
    message,
  }));
  const isBusy = start.isPending || verification?.status === 'RUNNING';
  return (
    <Tile name="verify" title={t('care.verify.title')} icon="check" onRetry={() => undefined}>
      <p className="quiet">{t('care.verify.hint')}</p>
      {verification && <Result verification={verification} />}
      <Refusals error={start.error} refusals={refusals} />
      <span className="acts">
        {([false, true] as const).map((repair) => (
          <Button
            key={String(repair)}
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            data-repair={repair}
            onClick={() => start.mutate({ input: { repair } })}
          >
            {t(repair ? 'care.verify.mend' : 'care.verify.start')}
          </Button>
        ))}
      </span>
    </Tile>
  );
};
