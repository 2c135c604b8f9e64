import { describe, expect, it } from 'vitest';
import type { CustomerPageQuery } from '../gql/graphql';
import { RequestFailed, type Answer, type Fault } from '../graphql/client';
import { readCustomerPage, type Tile } from './useCustomerPage';

const someone = { displayName: '陳怡君' } as CustomerPageQuery['customer'];
const broken = (...path: string[]): Fault => ({ message: 'out of order', path, extensions: { code: 'UNAVAILABLE' } });

/** A hub that loses the customer while any of the broken fields is asked for, as non-null fields do. */
const hubWithBroken = (...tiles: [Tile, string][]) => {
  const requests: Record<Tile, boolean>[] = [];
  const ask = (wanted: Record<Tile, boolean>): Promise<Answer<CustomerPageQuery>> => {
    requests.push(wanted);
    const first = tiles.find(([tile]) => wanted[tile]);
    return Promise.resolve(
      first
        ? { data: { customer: null }, faults: [broken('customer', first[1])] }
        : { data: { customer: someone }, faults: [] },
    );
  };
  return { ask, requests };
};

describe('reading a customer page', () => {
  it('takes one request when nothing is broken', async () => {
    const { ask, requests } = hubWithBroken();
    expect(await readCustomerPage(ask)).toEqual({ customer: someone, faults: {} });
    expect(requests).toHaveLength(1);
  });

  it('leaves out a tile that cannot be read and says why', async () => {
    const { ask, requests } = hubWithBroken(['bills', 'bills']);
    const { customer, faults } = await readCustomerPage(ask);
    expect(customer).toBe(someone);
    expect(faults.bills?.extensions?.code).toBe('UNAVAILABLE');
    expect(requests.map(({ bills }) => bills)).toEqual([true, false]);
    expect(requests[1]?.products).toBe(true);
  });

  it('leaves out several tiles, however late the hub tells of them', async () => {
    const { ask } = hubWithBroken(['bills', 'bills'], ['contacts', 'contactMedia']);
    const { customer, faults } = await readCustomerPage(ask);
    expect(customer).toBe(someone);
    expect(Object.keys(faults)).toEqual(['bills', 'contacts']);
  });

  it('fails when the fault concerns the customer as a whole', async () => {
    const ask = () => Promise.resolve({ data: null, faults: [broken('customer')] });
    await expect(readCustomerPage(ask)).rejects.toBeInstanceOf(RequestFailed);
  });

  it('knows a customer that is not there from one that cannot be read', async () => {
    const ask = () => Promise.resolve({ data: { customer: null }, faults: [] });
    expect(await readCustomerPage(ask)).toEqual({ customer: null, faults: {} });
  });
});
