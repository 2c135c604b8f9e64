import { FaultNotice } from '../FaultNotice';
import { ReindexTile } from './ReindexTile';
import { useCare } from './useJobs';
import { VerifyTile } from './VerifyTile';

/** What is done now and then so that the stores agree: the search index built anew, the stores compared. */
export const CareTiles = () => {
  const { data, error, refetch } = useCare();
  if (error && !data) return <FaultNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className="care">
      <ReindexTile reindex={data.reindex} />
      <VerifyTile verification={data.verification} />
    </div>
  );
};
