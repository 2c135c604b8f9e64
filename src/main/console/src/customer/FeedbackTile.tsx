import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import type { FeedbackItemFragment } from '../gql/graphql';
import { StateBadge } from './StateBadge';
import { Tile } from './Tile';
import type { TileProps } from './tileProps';

const Score = ({ feedback }: { feedback: FeedbackItemFragment }) => {
  const { t } = useTranslation();
  const { score, scaleMin, scaleMax } = feedback;
  if (score == null || scaleMin == null || scaleMax == null) return null;
  const share = ((score - scaleMin) / (scaleMax - scaleMin)) * 100;
  return (
    <span className="feedback-score">
      <span className="unseen">{t('feedback.scoreOf', { score, min: scaleMin, max: scaleMax })}</span>
      <span aria-hidden="true">
        <strong>{score}</strong>
        <span className="quiet">/{scaleMax}</span>
      </span>
      <span className="meter" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </span>
  );
};

const Answer = ({ feedback, now }: { feedback: FeedbackItemFragment; now: Date }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { instrument, solved, text, answeredAt } = feedback;
  return (
    <li>
      <p className="feedback-head">
        <Score feedback={feedback} />
        <span>{t(`FeedbackInstrument.${instrument}`)}</span>
        <time dateTime={answeredAt} title={formats.time(answeredAt)} className="quiet">
          {formats.ago(answeredAt, now)}
        </time>
      </p>
      {text && <blockquote>{text}</blockquote>}
      {solved != null && (
        <StateBadge tone={solved ? 'good' : 'bad'} text={t(solved ? 'feedback.solved' : 'feedback.unsolved')} />
      )}
    </li>
  );
};

/** What the customer thinks of us, each score on its own scale. */
export const FeedbackTile = ({ customer, faults, now, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const { feedback } = customer;
  return (
    <Tile
      name="feedback"
      title={t('feedback.title')}
      icon="star"
      aside={feedback && feedback.totalCount > 0 && formats.number(feedback.totalCount)}
      fault={faults.feedback}
      empty={feedback?.totalCount === 0 ? t('feedback.empty') : undefined}
      onRetry={onRetry}
    >
      <ul className="rows feedback">
        {feedback?.nodes.map((answer) => (
          <Answer key={answer.id} feedback={answer} now={now} />
        ))}
      </ul>
    </Tile>
  );
};
