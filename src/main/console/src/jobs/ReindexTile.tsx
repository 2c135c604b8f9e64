import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tile } from '../customer/Tile';
import { useFormats } from '../format';
import type { CareQuery } from '../gql/graphql';
import { Account } from './Account';
import { percentOf } from './figures';
import { Refusals } from './Told';
import { useWork } from './useJobs';
import { reindexStart } from './work';

const tones = { RUNNING: 'plain', COMPLETED: 'good', FAILED: 'bad', ABANDONED: 'warn' } as const;

const Rebuild = ({ reindex }: { reindex: NonNullable<CareQuery['reindex']> }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { status, done, total, failure } = reindex;
  const percent = status === 'COMPLETED' ? 100 : percentOf(reindex);
  return (
    <div data-reindex={reindex.number} data-status={status}>
      <Account done={reindex} tone={tones[status]} status={t(`ReindexStatus.${status}`)} />
      <span
        className="progress"
        role="progressbar"
        aria-label={t('care.reindex.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span style={{ inlineSize: `${percent ?? 0}%` }} />
      </span>
      <p className="quiet number">
        {t('care.reindex.done', { done: formats.number(done), total: formats.number(total) })}
      </p>
      {failure && (
        <p className="bad" lang="en">
          {failure}
        </p>
      )}
    </div>
  );
};

/** The last rebuild of the search index, and a way to start one. */
export const ReindexTile = ({ reindex }: { reindex: CareQuery['reindex'] }) => {
  const { t } = useTranslation();
  const start = useWork(reindexStart, 'care');
  const refusals = (start.data?.reindexStart?.userErrors ?? []).map(({ code, message }) => ({
    text: t(`ReindexErrorCode.${code}`),
    message,
  }));
  return (
    <Tile name="reindex" title={t('care.reindex.title')} icon="search" onRetry={() => undefined}>
      <p className="quiet">{t('care.reindex.hint')}</p>
      {reindex && <Rebuild reindex={reindex} />}
      <Refusals error={start.error} refusals={refusals} />
      <span className="acts">
        <Button
          size="compact-sm"
          variant="default"
          disabled={start.isPending || reindex?.status === 'RUNNING'}
          onClick={() => start.mutate({})}
        >
          {t('care.reindex.start')}
        </Button>
      </span>
    </Tile>
  );
};
