import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { graphql } from '../gql';
import { ask } from '../graphql/client';
import { callerKeyOf } from './callerKey';

const callersQuery = graphql(`
  query IdentifyCaller($by: CallerKey!) {
    identifyCaller(by: $by) {
      likelihood
      reasons
      customer {
        ...FoundCustomer
      }
    }
  }
`);

const searchQuery = graphql(`
  query SearchCustomers($text: String!, $after: String) {
    searchCustomers(query: $text, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...FoundCustomer
      }
    }
  }
`);

const countQuery = graphql(`
  query CountCustomers {
    customers(first: 1) {
      totalCount
    }
  }
`);

graphql(`
  fragment FoundCustomer on Customer {
    id
    kind
    displayName
    language
    status
    province
    city
    customerSince
    contactMedia {
      type
      value
      preferred
    }
  }
`);

const searchCustomers = async (text: string, after: string | null, signal: AbortSignal) => {
  const { searchCustomers: found } = await ask(searchQuery, { text, after }, signal);
  if (!found) throw new Error('The search answered neither customers nor what went wrong.');
  return found;
};

/** Customers who fit the text, page by page; the older answer stays while a newer one is under way. */
export const useFoundCustomers = (text: string) =>
  useInfiniteQuery({
    queryKey: ['search', text],
    queryFn: ({ pageParam, signal }) => searchCustomers(text, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });

/** Who may be calling, when the text is a phone number or an e-mail address. */
export const useCallers = (text: string) => {
  const by = callerKeyOf(text);
  return useQuery({
    queryKey: ['callers', by],
    queryFn: by ? ({ signal }) => ask(callersQuery, { by }, signal) : skipToken,
  });
};

/** How many customers the hub knows. */
export const useCustomerCount = () =>
  useQuery({ queryKey: ['customer-count'], queryFn: ({ signal }) => ask(countQuery, {}, signal) });
