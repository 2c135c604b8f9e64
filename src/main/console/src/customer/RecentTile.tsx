import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { InteractionFragment } from '../gql/graphql';
import { Icon } from '../icons';
import { channelIcons } from './channels';
import { InteractionKind } from './InteractionKind';
import { Tile } from './Tile';
import type { TileProps } from './tileProps';

const howMany = 3;

const Recent = ({ interaction, now }: { interaction: InteractionFragment; now: Date }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  return (
    <li className="recent" data-status={interaction.status}>
      <p className="recent-when">
        <span className="channel">
          <Icon name={channelIcons[interaction.channel]} size={20} />
        </span>
        <span>
          <strong>{t(`ChannelKind.${interaction.channel}`)}</strong>
          <time dateTime={interaction.startedAt}>
            {formats.ago(interaction.startedAt, now)}{' '}
            <span className="quiet">{formats.time(interaction.startedAt)}</span>
          </time>
        </span>
        <InteractionKind interaction={interaction} />
      </p>
      <p className="recent-reason">{interaction.reason ?? <span className="quiet">{t('recent.noReason')}</span>}</p>
      {interaction.text && <blockquote>{interaction.text}</blockquote>}
      <p className="recent-outcome">
        <Icon name={interaction.status === 'COMPLETED' ? 'check' : 'clock'} size={15} />
        <span>
          {interaction.status !== 'COMPLETED' && <strong>{t(`InteractionStatus.${interaction.status}`)} · </strong>}
          {interaction.resolution ?? <span className="quiet">{t('recent.noOutcome')}</span>}
        </span>
      </p>
    </li>
  );
};

/** What an agent has to know before saying a word. */
export const RecentTile = ({ customer, faults, now, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const latest = customer.interactions?.nodes.slice(0, howMany) ?? [];
  return (
    <Tile
      name="recent"
      title={t('recent.title')}
      icon="clock"
      fault={faults.interactions}
      empty={latest.length === 0 ? t('recent.empty') : undefined}
      onRetry={onRetry}
    >
      <ol className="recents">
        {latest.map((interaction) => (
          <Recent key={interaction.id} interaction={interaction} now={now} />
        ))}
      </ol>
    </Tile>
  );
};
