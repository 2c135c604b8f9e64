import { Button } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../FaultNotice';
import { useFormats } from '../format';
import type { Fault } from '../graphql/client';
import { Icon, type IconName } from '../icons';
import type { Pages } from './usePages';

type TileProps = {
  name: string;
  title: string;
  icon: IconName;
  aside?: ReactNode;
  fault?: Fault | undefined;
  empty?: string | undefined;
  onRetry: () => void;
  children?: ReactNode;
};

const TileFault = ({ fault, onRetry }: { fault: Fault; onRetry: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className="tile-fault" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          {t('fault.tile')} {faultText(fault.extensions?.code, t)}
        </p>
        {fault.extensions?.traceId && <p className="quiet">{t('fault.trace', { id: fault.extensions.traceId })}</p>}
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('fault.again')}
        </Button>
      </div>
    </div>
  );
};

/** One part of the customer page: what it shows, that there is nothing to show, or that it could not be read. */
export const Tile = ({ name, title, icon, aside, fault, empty, onRetry, children }: TileProps) => {
  const heading = useId();
  return (
    <section className={`tile tile-${name}`} data-tile={name} aria-labelledby={heading}>
      <header>
        <Icon name={icon} />
        <h2 id={heading}>{title}</h2>
        {aside && !fault && <span className="tile-aside">{aside}</span>}
      </header>
      {fault ? <TileFault fault={fault} onRetry={onRetry} /> : empty ? <p className="tile-empty">{empty}</p> : children}
    </section>
  );
};

/** How much of a list is shown, and a button for the next page. */
export const LoadMore = ({ shown, pages }: { shown: number; pages: Pages }) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  if (!pages.hasMore && !pages.error) return null;
  return (
    <div className="load-more">
      <Button size="compact-sm" variant="default" loading={pages.isLoading} onClick={pages.loadMore}>
        {pages.error ? t('fault.again') : t('customer.more')}
      </Button>
      <span className="quiet" role="status">
        {pages.error
          ? t('fault.tile')
          : t('customer.shownOf', { shown: formats.number(shown), total: formats.number(pages.total) })}
      </span>
    </div>
  );
};
