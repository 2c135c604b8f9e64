// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BillFragment, CustomerBillState } from '../gql/graphql';
import { startLanguage, switchLanguage } from '../i18n';
import { BillsTile, daysOverdue } from './BillsTile';
import type { TileProps } from './tileProps';

const now = new Date(2026, 10, 22, 9, 30);

const bill = (billNo: string, state: CustomerBillState, remaining: string): BillFragment => ({
  id: billNo,
  billNo,
  periodStart: '2026-10-01',
  periodEnd: '2026-10-31',
  amountDue: { amount: '649.00', currency: 'TWD' },
  remainingAmount: { amount: remaining, currency: 'TWD' },
  dueDate: '2026-11-15',
  state,
});

const show = (bills: BillFragment[], faults: TileProps['faults'] = {}) => {
  const page = { totalCount: bills.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes: bills };
  const customer = { id: 'a', billingAccounts: [], bills: page } as unknown as TileProps['customer'];
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <BillsTile customer={customer} faults={faults} now={now} onRetry={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  );
};

beforeAll(async () => {
  // jsdom has no media queries, which the component kit asks for.
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await startLanguage();
  await switchLanguage('en');
});
afterEach(cleanup);

describe('a bill', () => {
  it('is overdue when something is left to pay after the due date', () => {
    expect(daysOverdue(bill('B1', 'SENT', '649.00'), now)).toBe(7);
  });

  it.each([
    bill('paid', 'SETTLED', '0.00'),
    bill('disputed', 'ON_HOLD', '649.00'),
    bill('nothing left', 'SENT', '0.00'),
    { ...bill('no due date', 'SENT', '649.00'), dueDate: null },
    { ...bill('due today', 'SENT', '649.00'), dueDate: '2026-11-22' },
  ])('is not overdue: $billNo', (each) => {
    expect(daysOverdue(each, now)).toBe(0);
  });
});

describe('the bills tile', () => {
  it('says in words which bill is overdue', () => {
    show([bill('B1', 'SENT', '649.00'), bill('B2', 'SETTLED', '0.00')]);
    const [, overdue, paid] = screen.getAllByRole('row');
    expect(within(overdue as HTMLElement).getByText('Overdue by 7 days')).toBeTruthy();
    expect(within(paid as HTMLElement).queryByText(/Overdue/)).toBeNull();
    expect(within(paid as HTMLElement).getByText('Paid')).toBeTruthy();
  });

  it('says so when there is no bill', () => {
    show([]);
    expect(screen.getByText('No bill has been made yet.')).toBeTruthy();
  });

  it('says so when the bills cannot be read, instead of that there are none', () => {
    show([], { bills: { message: 'x', extensions: { code: 'UNAVAILABLE', traceId: '4bf92f35' } } });
    expect(screen.getByRole('alert').textContent).toContain('Trace 4bf92f35');
    expect(screen.queryByText('No bill has been made yet.')).toBeNull();
  });
});
