import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { JobsQuery, LoadLineFragment, RejectsQueryVariables, TypedDocumentString } from '../gql/graphql';
import { ask } from '../graphql/client';
import { openedLoadQuery } from './loadQueries';
import { careQuery, jobsQuery } from './queries';
import { rejectsQuery } from './rejectQueries';

/** Whether the page is told how loads get on. */
export const Live = createContext(false);

const whileRunning = 2_000;
const whileRunIsKept = 5_000;
const otherwise = 15_000;

/** The load that runs; there is never more than one. */
export const runningIn = (loads: readonly LoadLineFragment[]) => loads.find(({ status }) => status === 'RUNNING');

/** Milliseconds until the page asks again: soon while something runs that it is not told of. */
export const pause = (jobs: JobsQuery | undefined, isLive: boolean) => {
  const isLoading = runningIn(jobs?.loads.nodes ?? []) !== undefined;
  const hasRun = jobs?.schedules.some(({ runs }) => runs.nodes.some(({ status }) => status === 'RUNNING'));
  if (isLive) return hasRun ? whileRunIsKept : otherwise;
  return isLoading || hasRun ? whileRunning : otherwise;
};

/** Loads and schedules, asked for again and again. */
export const useJobs = (first: number, isLive: boolean) =>
  useQuery({
    queryKey: ['jobs', first],
    queryFn: ({ signal }) => ask(jobsQuery, { first }, signal),
    refetchInterval: ({ state }) => pause(state.data, isLive),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

// A load that ended is asked for once more: what was read while it ran is not the whole.
const keyOf = (name: string, { id, status }: LoadLineFragment) => [name, id, status === 'RUNNING'];
// Who listens to a load is told when there may be more to read of it.
const useInterval = ({ status }: LoadLineFragment) =>
  useContext(Live) || status !== 'RUNNING' ? (false as const) : whileRunning;

/** What is to be told of one load beside its steps. */
export const useOpenedLoad = (load: LoadLineFragment) => {
  const refetchInterval = useInterval(load);
  return useQuery({
    queryKey: keyOf('load', load),
    queryFn: async ({ signal }) => {
      const { node } = await ask(openedLoadQuery, { id: load.id }, signal);
      return node && 'feeds' in node ? node : null;
    },
    refetchInterval,
    placeholderData: keepPreviousData,
  });
};

const noRejects = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [], groups: [] };

/** Which refused rows somebody wants to see. */
export type RejectChoice = Pick<RejectsQueryVariables, 'feed' | 'reason' | 'status'>;

/** The rows that a load refused, page by page, each with the counts by feed and reason. */
export const useRejects = (load: LoadLineFragment, choice: RejectChoice) => {
  const refetchInterval = useInterval(load);
  return useInfiniteQuery({
    queryKey: [...keyOf('rejects', load), choice],
    queryFn: async ({ pageParam, signal }) => {
      const { node } = await ask(rejectsQuery, { id: load.id, after: pageParam, ...choice }, signal);
      return node && 'rejects' in node ? { ...node.rejects, groups: node.rejectGroups } : noRejects;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
};

/** The last rebuild of the search index and the last comparison, asked for again while one of them is under way. */
export const useCare = () =>
  useQuery({
    queryKey: ['care'],
    queryFn: ({ signal }) => ask(careQuery, {}, signal),
    refetchInterval: ({ state: { data } }) =>
      [data?.reindex?.status, data?.verification?.status].includes('RUNNING') ? whileRunning : false,
    staleTime: 0,
  });

/** Does something at the hub, and then reads that part of the page again. */
export const useWork = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  part: 'jobs' | 'care' = 'jobs',
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => ask(document, variables),
    onSettled: () => queries.invalidateQueries({ queryKey: [part] }),
  });
};
