import type { PageCustomer, TileFaults } from './useCustomerPage';

/** What every tile of the customer page is given. */
export type TileProps = { customer: PageCustomer; faults: TileFaults; now: Date; onRetry: () => void };
