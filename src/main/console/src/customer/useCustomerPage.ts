import { useQuery } from '@tanstack/react-query';
import type { CustomerPageQuery } from '../gql/graphql';
import { askWithFaults, RequestFailed, type Answer, type Fault } from '../graphql/client';
import { customerPageQuery, tileFields } from './queries';

export type Tile = keyof typeof tileFields;
export type PageCustomer = NonNullable<CustomerPageQuery['customer']>;

/** What is wrong with each tile that could not be read. */
export type TileFaults = Partial<Record<Tile, Fault>>;
export type CustomerAnswer = { customer: PageCustomer | null; faults: TileFaults };

const tiles = Object.keys(tileFields) as Tile[];

/** The tile that a fault belongs to; undefined when it concerns the customer as a whole. */
export const tileOf = ({ path }: Fault) => tiles.find((tile) => tileFields[tile] === path?.[1]);

const asked = (faults: TileFaults) =>
  Object.fromEntries(tiles.map((tile) => [tile, faults[tile] === undefined])) as Record<Tile, boolean>;

type Ask = (wanted: Record<Tile, boolean>) => Promise<Answer<CustomerPageQuery>>;

/**
 * One request in the usual case. Connections are never null in the schema, so one that fails takes the customer with
 * it: the page is then asked for again without the tiles at fault, and those say so themselves.
 */
export const readCustomerPage = async (ask: Ask, known: TileFaults = {}): Promise<CustomerAnswer> => {
  const { data, faults } = await ask(asked(known));
  const found: TileFaults = { ...known };
  for (const fault of faults) {
    const tile = tileOf(fault);
    if (!tile) throw new RequestFailed(fault);
    found[tile] = fault;
  }
  const customer = data?.customer ?? null;
  const isNew = Object.keys(found).length > Object.keys(known).length;
  return customer === null && isNew ? readCustomerPage(ask, found) : { customer, faults: found };
};

/** The customer with all that the page shows. */
export const useCustomerPage = (id: string) =>
  useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => readCustomerPage((wanted) => askWithFaults(customerPageQuery, { id, ...wanted }, signal)),
  });
