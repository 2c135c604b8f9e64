import { describe, expect, it } from 'vitest';
import type { JobsQuery, LoadLineFragment, LoadStatus } from '../gql/graphql';
import { hasOtherSteps, isTurn, pauseAfter, withLoad } from './live';

const load = (number: number, status: LoadStatus, steps: string[] = []) =>
  ({ id: `load-${number}`, number, status, steps: steps.map((name) => ({ name })) }) as unknown as LoadLineFragment;
const jobs = (...nodes: LoadLineFragment[]) =>
  ({ loads: { totalCount: nodes.length, nodes }, schedules: [] }) as unknown as JobsQuery;

describe('what is told of the newest load', () => {
  it('takes the place of what was known of it', () => {
    const told = load(2, 'RUNNING', ['land']);
    expect(withLoad(jobs(load(2, 'RUNNING'), load(1, 'FAILED')), told).loads.nodes).toEqual([told, load(1, 'FAILED')]);
    expect(withLoad(jobs(load(1, 'FAILED')), told).loads.nodes).toEqual([load(1, 'FAILED')]);
  });

  it('is a turn when the load is new, has ended or goes on', () => {
    expect(isTurn(jobs(load(1, 'COMPLETED')), load(2, 'RUNNING'))).toBe(true);
    expect(isTurn(jobs(load(2, 'RUNNING')), load(2, 'COMPLETED'))).toBe(true);
    expect(isTurn(jobs(load(2, 'STOPPED')), load(2, 'RUNNING'))).toBe(true);
    expect(isTurn(jobs(load(2, 'RUNNING')), load(2, 'RUNNING', ['land']))).toBe(false);
    expect(isTurn(undefined, load(2, 'RUNNING'))).toBe(true);
  });

  it('may be of other deliveries when a step has begun', () => {
    expect(hasOtherSteps(undefined, load(2, 'RUNNING'))).toBe(true);
    expect(hasOtherSteps(load(2, 'RUNNING', ['land']), load(2, 'RUNNING', ['land', 'resolve']))).toBe(true);
    expect(hasOtherSteps(load(2, 'RUNNING', ['land']), load(2, 'RUNNING', ['land']))).toBe(false);
  });
});

describe('a stream that breaks', () => {
  it('is tried again soon, then ever later, at least twice a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(pauseAfter)).toEqual([1_000, 2_000, 5_000, 15_000, 30_000, 30_000, 30_000]);
  });
});
