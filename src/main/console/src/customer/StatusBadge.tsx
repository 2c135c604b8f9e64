import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerStatus } from '../gql/graphql';
import { Icon, type IconName } from '../icons';

const looks: Record<CustomerStatus, { color: string; icon: IconName }> = {
  ACTIVE: { color: 'teal', icon: 'check' },
  PROSPECT: { color: 'blue', icon: 'star' },
  SUSPENDED: { color: 'orange', icon: 'pause' },
  CHURNED: { color: 'gray', icon: 'leave' },
};

export const StatusBadge = ({ status }: { status: CustomerStatus }) => {
  const { t } = useTranslation();
  const { color, icon } = looks[status];
  return (
    <Badge className="badge" data-color={color} leftSection={<Icon name={icon} size={13} />}>
      {t(`CustomerStatus.${status}`)}
    </Badge>
  );
};
