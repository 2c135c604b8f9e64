import { useTranslation } from 'react-i18next';

/** Whether the page is told at once how loads get on, or asks now and then because the connection broke. */
export const LiveBadge = ({ isLive }: { isLive: boolean }) => {
  const { t } = useTranslation();
  return (
    <p className="live quiet" data-live={isLive} title={t(isLive ? 'jobs.liveHint' : 'jobs.askingHint')}>
      {t(isLive ? 'jobs.live' : 'jobs.asking')}
    </p>
  );
};
