import { useTranslation } from 'react-i18next';
import { StateBadge } from '../customer/StateBadge';
import type { LoadStatus } from '../gql/graphql';

const tones = { RUNNING: 'plain', STOPPED: 'warn', COMPLETED: 'good', FAILED: 'bad' } as const;

/** Where a load stands. */
export const LoadBadge = ({ status }: { status: LoadStatus }) => {
  const { t } = useTranslation();
  return (
    <span className="load-badge" data-status={status}>
      <StateBadge tone={tones[status]} text={t(`LoadStatus.${status}`)} />
    </span>
  );
};
