import type { JobsQuery, LoadLineFragment } from '../gql/graphql';

/** The loads as they are known, with the newest state of one in place of the older; the same when it is not among them. */
export const withLoad = (jobs: JobsQuery, load: LoadLineFragment): JobsQuery => ({
  ...jobs,
  loads: { ...jobs.loads, nodes: jobs.loads.nodes.map((each) => (each.id === load.id ? load : each)) },
});

/** Whether a state tells of more than progress: of a load that is new, or of one that has ended or goes on again. */
export const isTurn = (jobs: JobsQuery | undefined, load: LoadLineFragment) =>
  jobs?.loads.nodes.find(({ id }) => id === load.id)?.status !== load.status;

/** Whether what was told of the deliveries may be another than before: a step has begun or ended. */
export const hasOtherSteps = (before: LoadLineFragment | undefined, load: LoadLineFragment) =>
  before?.id !== load.id || before.steps.length !== load.steps.length || before.status !== load.status;

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000];

/** Milliseconds until a stream that broke so many times in a row is tried again. */
export const pauseAfter = (failures: number) => pauses[Math.min(failures, pauses.length) - 1] ?? 0;
