import { describe, expect, it } from 'vitest';
import type { JobsQuery, LoadStatus, ScheduleRunStatus } from '../gql/graphql';
import { pause, runningIn } from './useJobs';

const jobs = (loads: LoadStatus[], runs: ScheduleRunStatus[] = []) =>
  ({
    loads: { nodes: loads.map((status, place) => ({ number: loads.length - place, status })) },
    schedules: [{ runs: { nodes: runs.map((status) => ({ status })) } }],
  }) as unknown as JobsQuery;

describe('the jobs page', () => {
  it('asks every two seconds while a load or a run of a schedule is under way', () => {
    expect(pause(jobs(['RUNNING', 'COMPLETED']), false)).toBe(2_000);
    expect(pause(jobs(['COMPLETED'], ['RUNNING', 'COMPLETED']), false)).toBe(2_000);
  });

  it('does not ask for what it is told', () => {
    expect(pause(jobs(['RUNNING', 'COMPLETED']), true)).toBe(15_000);
    expect(pause(jobs(['COMPLETED'], ['RUNNING', 'COMPLETED']), true)).toBe(5_000);
  });

  it('asks every fifteen seconds otherwise', () => {
    expect(pause(jobs(['COMPLETED', 'FAILED', 'STOPPED'], ['WAITING', 'FAILED', 'CANCELLED']), false)).toBe(15_000);
    expect(pause(undefined, false)).toBe(15_000);
  });

  it('knows the load that runs', () => {
    expect(runningIn(jobs(['FAILED', 'RUNNING']).loads.nodes)?.number).toBe(1);
    expect(runningIn(jobs(['FAILED']).loads.nodes)).toBeUndefined();
  });
});
