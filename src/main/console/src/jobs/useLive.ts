import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JobsQuery, LoadLineFragment } from '../gql/graphql';
import { RequestFailed } from '../graphql/client';
import { subscribe } from '../graphql/subscribe';
import { SignedOut } from '../session/http';
import { hasOtherSteps, isTurn, pauseAfter, withLoad } from './live';
import { loadProgress } from './loadQueries';

const readAgain = (queries: QueryClient, ...names: string[]) =>
  names.forEach((name) => void queries.invalidateQueries({ queryKey: [name] }));

/** Puts what is told of the newest load where the page reads it. */
const noter = (queries: QueryClient) => {
  let before: LoadLineFragment | undefined;
  return (load: LoadLineFragment) => {
    const known = queries.getQueriesData<JobsQuery>({ queryKey: ['jobs'] }).map(([, jobs]) => jobs);
    queries.setQueriesData<JobsQuery>({ queryKey: ['jobs'] }, (jobs) => jobs && withLoad(jobs, load));
    if (known.some((jobs) => isTurn(jobs, load))) readAgain(queries, 'jobs');
    if (hasOtherSteps(before, load)) readAgain(queries, 'load', 'rejects');
    before = load;
  };
};

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Listens until the page is left, again and again; gives up when the hub does not let this account listen. */
const keepListening = async (queries: QueryClient, signal: AbortSignal, onLive: (isLive: boolean) => void) => {
  const note = noter(queries);
  for (let failures = 0; !signal.aborted;) {
    try {
      const opened = () => ((failures = 0), onLive(true));
      await subscribe(loadProgress, {}, signal, ({ loadProgress: load }) => note(load), opened);
    } catch (error) {
      const isRefused = error instanceof SignedOut || (error instanceof RequestFailed && error.code === 'FORBIDDEN');
      if (isRefused) failures = Infinity;
    }
    if (signal.aborted) return;
    onLive(false);
    // what was told while nobody listened
    readAgain(queries, 'jobs');
    if (failures === Infinity) return;
    await wait(pauseAfter(++failures), signal);
  }
};

/** Follows the newest load as it goes on. Whether the page is told; while it is not, it has to ask. */
export const useLive = () => {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    void keepListening(queries, leaving.signal, setLive);
    return () => leaving.abort();
  }, [queries]);
  return isLive;
};
