import { useQueryClient, useSuspenseQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { FaultNotice } from '../FaultNotice';
import { graphql } from '../gql';
import { ask } from '../graphql/client';
import { SignedOut } from './http';

const viewerQuery = graphql(`
  query Viewer {
    viewer {
      name
      roles
    }
  }
`);

const viewerOptions = {
  queryKey: ['viewer'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask(viewerQuery, {}, signal),
  staleTime: Infinity,
};

/** Fires when a request found that nobody is signed in any more. */
export const sessionEnds = new EventTarget();

/** The account that is signed in; only below SignedIn. */
export const useViewer = () => useSuspenseQuery(viewerOptions).data.viewer;

/** Shows the pages below to whoever is signed in, and leads others to the login page and back. */
export const SignedIn = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  const viewer = useQuery(viewerOptions);

  useEffect(() => {
    const leave = () => {
      queries.clear();
      void navigate('/login', { replace: true, state: { from: pathname + search } });
    };
    sessionEnds.addEventListener('end', leave);
    return () => sessionEnds.removeEventListener('end', leave);
  }, [navigate, pathname, queries, search]);

  if (viewer.data) return <Outlet />;
  if (viewer.error && !(viewer.error instanceof SignedOut)) {
    return <FaultNotice error={viewer.error} onRetry={() => void viewer.refetch()} />;
  }
  return null;
};
