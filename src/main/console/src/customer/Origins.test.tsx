// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CustomerOriginsQuery } from '../gql/graphql';
import { startLanguage, switchLanguage } from '../i18n';
import { Origins } from './Origins';

const asked = vi.hoisted(() => vi.fn());
vi.mock('../graphql/client', async (original) => ({ ...(await original<object>()), ask: asked }));

const record = (source: string, key: string, line: number | null) => ({
  source,
  feed: 'people',
  key,
  origin: line === null ? null : { source, feed: 'people', file: `${source}/people.csv`, line, loadNumber: 3 },
});

const none = { nodes: [] };
const answer: CustomerOriginsQuery = {
  customer: {
    provenance: [
      {
        attribute: 'birthDate',
        value: '1980-02-29',
        reason: 'MOST_TRUSTED',
        sourceRecord: record('crm', 'C1', 1204),
        confirmedBy: [{ source: 'channel', key: 'a' }],
        others: [{ value: '1980-02-28', reason: 'LESS_TRUSTED', sourceRecord: record('billing', 'B7', 9) }],
      },
      { attribute: 'arpu', value: '649.00 TWD', reason: 'CONCLUDED', sourceRecord: null, confirmedBy: [], others: [] },
    ],
    contactMedia: [{ type: 'PHONE', value: '+886912345678', sourceRecords: [record('crm', 'C1', null)] }],
    billingAccounts: [],
    products: none,
    bills: {
      nodes: [
        {
          id: 'b',
          billNo: 'B1',
          origin: { source: 'billing', feed: 'bills', file: null, line: null, loadNumber: 4 },
        },
      ],
    },
    interactions: none,
  },
};

const open = async () => {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <Origins id="x" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const details = screen.getByText('Where it comes from').closest('details') as HTMLDetailsElement;
  expect(asked).not.toHaveBeenCalled();
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await screen.findByText(/Reading|What the customer shows|did not work/);
};

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await startLanguage();
  await switchLanguage('en');
});
afterEach(() => {
  cleanup();
  asked.mockReset();
});

describe('where it comes from', () => {
  it('is asked for when it is opened, and tells file, line, load and what lost', async () => {
    asked.mockResolvedValue(answer);
    await open();
    const birth = (await screen.findByText('Date of birth')).closest('li') as HTMLElement;
    expect(within(birth).getByText('crm/people.csv, line 1,204, load 3')).toBeTruthy();
    expect(within(birth).getByText('most trusted source')).toBeTruthy();
    expect(within(birth).getByText('1 other record says the same')).toBeTruthy();
    const lost = within(birth).getByText('28 Feb 1980').closest('li') as HTMLElement;
    expect(within(lost).getByText('source trusted less')).toBeTruthy();
    expect(within(lost).getByText('billing/people.csv, line 9, load 3')).toBeTruthy();
  });

  it('says so when the hub concluded a value, kept no row, or a snapshot as a whole is meant', async () => {
    asked.mockResolvedValue(answer);
    await open();
    expect(await screen.findByText('The hub concluded it.')).toBeTruthy();
    expect(screen.getByText('The row was not kept.')).toBeTruthy();
    expect(screen.getByText('Snapshot of billing.bills, load 4')).toBeTruthy();
  });

  it('says so when it cannot be read', async () => {
    asked.mockRejectedValue(new Error('down'));
    await open();
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
