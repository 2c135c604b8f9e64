import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../customer/Tile';
import { FaultNotice } from '../FaultNotice';
import type { LoadLineFragment } from '../gql/graphql';
import { RejectGroups } from './RejectGroups';
import { Rejects } from './Rejects';
import { RowEditor } from './RowEditor';
import { Refusals } from './Told';
import { useRejects, useWork, type RejectChoice } from './useJobs';
import { loadReplay } from './work';

const Replay = () => {
  const { t } = useTranslation();
  const replay = useWork(loadReplay);
  const answer = replay.data?.loadReplay;
  const refusals = answer?.userErrors.map(({ code, message }) => ({ text: t(`LoadErrorCode.${code}`), message }));
  return (
    <>
      <Button
        size="compact-sm"
        className="replay"
        loading={replay.isPending}
        onClick={() => replay.mutate({ input: {} })}
      >
        {t('jobs.correction.replay')}
      </Button>
      <span className="told" role="status">
        {answer?.load && t('jobs.correction.started', { number: answer.load.number })}
      </span>
      <Refusals error={replay.error} refusals={refusals} />
    </>
  );
};

/** The rows that a load refused: counted, chosen by feed and reason, corrected, downloaded, loaded again. */
export const RefusedRows = ({ load }: { load: LoadLineFragment }) => {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<RejectChoice>({});
  const [opened, setOpened] = useState<string>();
  const query = useRejects(load, choice);
  if (query.error && !query.data) return <FaultNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <p className="quiet">{t('jobs.loading')}</p>;
  const { totalCount = 0, groups = [] } = query.data.pages.at(-1) ?? {};
  if (groups.length === 0) return <p className="quiet">{t('jobs.noRejects')}</p>;
  const rejects = query.data.pages.flatMap(({ nodes }) => nodes);
  const pages = {
    total: totalCount,
    hasMore: query.hasNextPage,
    isLoading: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => void query.fetchNextPage(),
  };
  const close = () => {
    setOpened(undefined);
    void query.refetch();
  };
  return (
    <>
      <RejectGroups groups={groups} choice={choice} onChoose={setChoice} />
      <p className="acts">
        <a className="download" href={`/loads/${load.number}/rejects.csv`} download>
          {t('jobs.correction.download')}
        </a>
        <Replay />
      </p>
      <Rejects
        rejects={rejects}
        correction={{
          opened,
          onOpen: setOpened,
          editor: (reject) => reject.row && <RowEditor reject={reject} row={reject.row} onClose={close} />,
        }}
      />
      <LoadMore shown={rejects.length} pages={pages} />
    </>
  );
};
