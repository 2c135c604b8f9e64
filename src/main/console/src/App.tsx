import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { CustomerPage } from './customer/CustomerPage';
import { JobsPage } from './jobs/JobsPage';
import { NotFoundPage } from './NotFoundPage';
import { SearchPage } from './search/SearchPage';
import { Unreachable, SignedOut } from './session/http';
import { LoginPage } from './session/LoginPage';
import { mayReadCustomers, mayRunLoads } from './session/roles';
import { sessionEnds, SignedIn, useViewer } from './session/SignedIn';
import { Shell } from './Shell';
import { theme } from './theme';

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof SignedOut) sessionEnds.dispatchEvent(new Event('end'));
    },
  }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof Unreachable && failures < 1,
      refetchOnWindowFocus: false,
      staleTime: 30_000,
    },
  },
});

/** Where everybody begins: at the customers, or at the jobs for who runs loads and may not read customers. */
const StartPage = () => {
  const { roles } = useViewer();
  return mayRunLoads(roles) && !mayReadCustomers(roles) ? <Navigate to="/jobs" replace /> : <SearchPage />;
};

/** The console: everything but the login page asks for a session first. */
export const App = () => (
  <MantineProvider theme={theme} forceColorScheme="light">
    <QueryClientProvider client={queries}>
      <BrowserRouter basename="/console">
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route element={<SignedIn />}>
            <Route element={<Shell />}>
              <Route path="/" element={<StartPage />} />
              <Route path="/search" element={<SearchPage />} />
              <Route path="/customer/:id" element={<CustomerPage />} />
              <Route path="/jobs" element={<JobsPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  </MantineProvider>
);
