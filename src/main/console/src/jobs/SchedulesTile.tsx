import { useTranslation } from 'react-i18next';
import { Tile } from '../customer/Tile';
import type { JobsQuery } from '../gql/graphql';
import { Icon } from '../icons';
import { ScheduleCard } from './ScheduleCard';

type Props = { schedules: JobsQuery['schedules']; mistakes: readonly string[] };

/** When the hub loads by itself. */
export const SchedulesTile = ({ schedules, mistakes }: Props) => {
  const { t } = useTranslation();
  return (
    <Tile
      name="schedules"
      title={t('schedules.title')}
      icon="clock"
      empty={schedules.length + mistakes.length === 0 ? t('schedules.none') : undefined}
      onRetry={() => undefined}
    >
      {mistakes.length > 0 && (
        <div className="tile-fault" role="alert">
          <Icon name="warning" />
          <div>
            <strong>{t('schedules.mistakes')}</strong>
            {mistakes.map((mistake) => (
              <p key={mistake} lang="en">
                {mistake}
              </p>
            ))}
          </div>
        </div>
      )}
      <ul className="schedules">
        {schedules.map((schedule) => (
          <ScheduleCard key={schedule.id} schedule={schedule} />
        ))}
      </ul>
    </Tile>
  );
};
