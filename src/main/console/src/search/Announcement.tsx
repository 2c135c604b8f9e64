import { useTranslation } from 'react-i18next';
import { useFormats } from '../format';
import { useCallers, useFoundCustomers } from './queries';

/** Tells screen readers how many were found, once the answer has settled. */
export const Announcement = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const found = useFoundCustomers(text);
  const callers = useCallers(text);
  const busy = found.isFetching || callers.isFetching;
  const count = found.data?.pages[0]?.totalCount;
  const calling = callers.data?.identifyCaller.length;
  const parts = [
    calling ? t('search.callersCount', { count: calling }) : '',
    count === undefined ? '' : t('search.found', { count, formatted: formats.number(count) }),
  ];
  return (
    <p role="status" className="announcement">
      {text === '' ? '' : busy ? t('search.busy') : parts.filter(Boolean).join(' · ')}
    </p>
  );
};
