import { useTranslation } from 'react-i18next';
import type { InteractionFragment, InteractionType } from '../gql/graphql';
import { Icon } from '../icons';

const grave: readonly InteractionType[] = ['COMPLAINT', 'CANCELLATION', 'INCIDENT'];

/** What kind of contact it was and who began it; what weighs on the customer has a sign of its own. */
export const InteractionKind = ({ interaction: { type, direction } }: { interaction: InteractionFragment }) => {
  const { t } = useTranslation();
  const isGrave = grave.includes(type);
  return (
    <span className={isGrave ? 'kind kind-grave' : 'kind'}>
      <Icon name={isGrave ? 'warning' : direction === 'INBOUND' ? 'inbound' : 'outbound'} size={13} />
      {t(`InteractionType.${type}`)}
      <span className="unseen">, {t(`InteractionDirection.${direction}`)}</span>
    </span>
  );
};
