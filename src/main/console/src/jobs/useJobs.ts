import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobsQuery, LoadLineFragment, RejectsQueryVariables, TypedDocumentString } from '../gql/graphql';
import { ask } from '../graphql/client';
import { jobsQuery, openedLoadQuery } from './queries';
import { rejectsQuery } from './rejectQueries';

const whileRunning = 2_000;
const otherwise = 15_000;

/** The load that runs; there is never more than one. */
export const runningIn = (loads: readonly LoadLineFragment[]) => loads.find(({ status }) => status === 'RUNNING');

/** Milliseconds until the page asks again: soon while something runs. */
export const pause = (jobs: JobsQuery | undefined) => {
  const isBusy =
    runningIn(jobs?.loads.nodes ?? []) !== undefined ||
    jobs?.schedules.some(({ runs }) => runs.nodes.some(({ status }) => status === 'RUNNING'));
  return isBusy ? whileRunning : otherwise;
};

/** Loads and schedules, asked for again and again. */
export const useJobs = (first: number) =>
  useQuery({
    queryKey: ['jobs', first],
    queryFn: ({ signal }) => ask(jobsQuery, { first }, signal),
    refetchInterval: ({ state }) => pause(state.data),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

// A load that ended is asked for once more: what was read while it ran is not the whole.
const keyOf = (name: string, { id, status }: LoadLineFragment) => [name, id, status === 'RUNNING'];
const intervalOf = ({ status }: LoadLineFragment) => (status === 'RUNNING' ? whileRunning : (false as const));

/** What is to be told of one load beside its steps. */
export const useOpenedLoad = (load: LoadLineFragment) =>
  useQuery({
    queryKey: keyOf('load', load),
    queryFn: async ({ signal }) => {
      const { node } = await ask(openedLoadQuery, { id: load.id }, signal);
      return node && 'feeds' in node ? node : null;
    },
    refetchInterval: intervalOf(load),
    placeholderData: keepPreviousData,
  });

const noRejects = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [], groups: [] };

/** Which refused rows somebody wants to see. */
export type RejectChoice = Pick<RejectsQueryVariables, 'feed' | 'reason' | 'status'>;

/** The rows that a load refused, page by page, each with the counts by feed and reason. */
export const useRejects = (load: LoadLineFragment, choice: RejectChoice) =>
  useInfiniteQuery({
    queryKey: [...keyOf('rejects', load), choice],
    queryFn: async ({ pageParam, signal }) => {
      const { node } = await ask(rejectsQuery, { id: load.id, after: pageParam, ...choice }, signal);
      return node && 'rejects' in node ? { ...node.rejects, groups: node.rejectGroups } : noRejects;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    refetchInterval: intervalOf(load),
    placeholderData: keepPreviousData,
  });

/** Does something at the hub, and then reads the page again. */
export const useWork = <Result, Variables>(document: TypedDocumentString<Result, Variables>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => ask(document, variables),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
};
