import { useTranslation } from 'react-i18next';
import { inLanguage, useFormats } from '../format';
import type { OfferingKind, ProductFragment, ProductsFragment } from '../gql/graphql';
import { Icon, type IconName } from '../icons';
import { moreProductsQuery } from './moreQueries';
import { StateBadge } from './StateBadge';
import { LoadMore, Tile } from './Tile';
import type { TileProps } from './tileProps';
import { UsageLine } from './UsageLine';
import { usePages } from './usePages';

const kindIcons: Record<OfferingKind, IconName> = {
  PLAN: 'sim',
  DEVICE: 'mobile',
  CONTENT: 'play',
  ADD_ON: 'plus',
  BROADBAND: 'router',
};

const tones = { ACTIVE: 'good', PENDING_ACTIVE: 'plain', SUSPENDED: 'warn', TERMINATED: 'plain' } as const;

const ProductRow = ({ product }: { product: ProductFragment }) => {
  const { t } = useTranslation();
  const { language, formats } = useFormats();
  const { kind, status, startDate, terminationDate, serialNumber, offering, monthlyPrice } = product;
  const facts = [
    t(`OfferingKind.${kind}`),
    serialNumber,
    startDate && t('products.since', { date: formats.date(startDate) }),
    terminationDate && t('products.until', { date: formats.date(terminationDate) }),
    offering?.lifecycleStatus === 'RETIRED' && t('OfferingLifecycleStatus.RETIRED'),
  ].filter(Boolean);
  return (
    <li className="product" data-status={status}>
      <span className="channel">
        <Icon name={kindIcons[kind]} size={18} />
      </span>
      <div>
        <p className="product-head">
          <strong>{offering ? inLanguage(offering.name, language) : product.name}</strong>
          <StateBadge tone={tones[status]} text={t(`ProductStatus.${status}`)} />
          {monthlyPrice && (
            <span className="price">{t('products.perMonth', { price: formats.money(monthlyPrice) })}</span>
          )}
        </p>
        <p className="quiet">{facts.join(' · ')}</p>
        {product.usage.length > 0 && <UsageLine product={product} />}
      </div>
    </li>
  );
};

const Products = ({ id, first }: { id: string; first: ProductsFragment }) => {
  const pages = usePages('products', id, first, moreProductsQuery);
  return (
    <>
      <ul className="rows">
        {pages.items.map((product) => (
          <ProductRow key={product.id} product={product} />
        ))}
      </ul>
      <LoadMore shown={pages.items.length} pages={pages} />
    </>
  );
};

/** What the customer holds and how it is used. */
export const ProductsTile = ({ customer, faults, onRetry }: TileProps) => {
  const { t } = useTranslation();
  const { formats } = useFormats();
  const first = customer.products;
  return (
    <Tile
      name="products"
      title={t('products.title')}
      icon="box"
      aside={first && first.totalCount > 0 && formats.number(first.totalCount)}
      fault={faults.products}
      empty={first?.totalCount === 0 ? t('products.empty') : undefined}
      onRetry={onRetry}
    >
      {first && <Products id={customer.id} first={first} />}
    </Tile>
  );
};
