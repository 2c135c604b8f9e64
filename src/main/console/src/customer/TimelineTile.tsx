import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { InteractionFragment, InteractionsFragment } from '../gql/graphql';
import { Icon } from '../icons';
import { channelIcons } from './channels';
import { InteractionKind } from './InteractionKind';
import { moreInteractionsQuery } from './moreQueries';
import { LoadMore, Tile } from './Tile';
import type { TileProps } from './tileProps';
import { usePages } from './usePages';

/** Interactions by month where the reader is, in the order given. */
export const byMonth = (interactions: readonly InteractionFragment[], monthOf: (instant: string) => string) => {
  const months = new Map<string, InteractionFragment[]>();
  for (const interaction of interactions) {
    const month = monthOf(interaction.startedAt);
    months.set(month, [...(months.get(month) ?? []), interaction]);
  }
  return [...months];
};

const Details = ({ interaction }: { interaction: InteractionFragment }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { agent, originContext, queueSeconds, talkSeconds, holdSeconds } = interaction;
  const parts = [
    agent && t('timeline.by', { agent }),
    originContext && t('timeline.from', { place: originContext }),
    queueSeconds && t('timeline.queue', { time: formats.duration(queueSeconds) }),
    talkSeconds && t('timeline.talk', { time: formats.duration(talkSeconds) }),
    holdSeconds && t('timeline.hold', { time: formats.duration(holdSeconds) }),
  ].filter(Boolean);
  return parts.length > 0 && <p className="quiet">{parts.join(' · ')}</p>;
};

const Moment = ({ interaction }: { interaction: InteractionFragment }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { channel, reason, rootCause, resolution, status, text, startedAt } = interaction;
  return (
    <li className="moment">
      <span className="channel">
        <Icon name={channelIcons[channel]} size={16} />
      </span>
      <div>
        <p className="moment-head">
          <strong>{reason ?? t(`InteractionType.${interaction.type}`)}</strong>
          <InteractionKind interaction={interaction} />
          {status !== 'COMPLETED' && (
            <span className="kind kind-open">
              <Icon name="clock" size={13} />
              {t(`InteractionStatus.${status}`)}
            </span>
          )}
          <span className="moment-when">
            {t(`ChannelKind.${channel}`)} · <time dateTime={startedAt}>{formats.time(startedAt)}</time>
          </span>
        </p>
        {text && <p className="moment-text">{text}</p>}
        {rootCause && (
          <p>
            <span className="quiet">{t('timeline.cause')}</span> {rootCause}
          </p>
        )}
        {resolution && (
          <p>
            <span className="quiet">{t('timeline.outcome')}</span> {resolution}
          </p>
        )}
        <Details interaction={interaction} />
      </div>
    </li>
  );
};

const Timeline = ({ id, first }: { id: string; first: InteractionsFragment }) => {
  const { formats } = useFormats();
  const pages = usePages('interactions', id, first, moreInteractionsQuery);
  return (
    <>
      {byMonth(pages.items, formats.monthOf).map(([month, interactions]) => (
        <section key={month} className="month" aria-label={month}>
          <h3>{month}</h3>
          <ol>
            {interactions.map((interaction) => (
              <Moment key={interaction.id} interaction={interaction} />
            ))}
          </ol>
        </section>
      ))}
      <LoadMore shown={pages.items.length} pages={pages} />
    </>
  );
};

/** Everything that passed between the customer and us, newest first. */
export const TimelineTile = ({ customer, faults, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const first = customer.interactions;
  return (
    <Tile
      name="timeline"
      title={t('timeline.title')}
      icon="chat"
      aside={first && first.totalCount > 0 && formats.number(first.totalCount)}
      fault={faults.interactions}
      empty={first?.totalCount === 0 ? t('timeline.empty') : undefined}
      onRetry={onRetry}
    >
      {first && <Timeline key={customer.id} id={customer.id} first={first} />}
    </Tile>
  );
};
