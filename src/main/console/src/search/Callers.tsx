import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../FaultNotice';
import { RequestFailed } from '../graphql/client';
import { FoundCustomer } from './FoundCustomer';
import { useCallers } from './queries';

// What looks like a number need not be one: the hub then says so, and the text search still answers.
const isRefusal = (error: Error) => error instanceof RequestFailed && error.code === 'BAD_USER_INPUT';

/** Everybody to whom the number or address belongs, the likeliest first; the reader chooses. */
export const Callers = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const callers = useCallers(text);
  if (callers.error && !isRefusal(callers.error)) {
    return <FaultNotice error={callers.error} onRetry={() => void callers.refetch()} />;
  }
  if (!callers.data) return null;
  const candidates = callers.data.identifyCaller;
  const explanation = { 0: t('search.noCallers'), 1: t('search.callersTextOne') }[candidates.length];
  return (
    <section aria-labelledby="callers" className="results callers">
      <h2 id="callers">{t('search.callers')}</h2>
      <p className="quiet">{explanation ?? t('search.callersText')}</p>
      <ul>
        {candidates.map(({ customer, likelihood, reasons }) => (
          <FoundCustomer key={customer.id} customer={customer} calling={{ likelihood, reasons }} />
        ))}
      </ul>
    </section>
  );
};
