import { useInfiniteQuery } from '@tanstack/react-query';
import type { TypedDocumentString } from '../gql/graphql';
import { ask } from '../graphql/client';

type Page<Item> = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  nodes: Item[];
};
type More<Item> = TypedDocumentString<
  { customer?: { page: Page<Item> } | null },
  { id: string | number; after?: string | null }
>;

const nothing = { totalCount: 0, pageInfo: { hasNextPage: false }, nodes: [] };

/** A list that came with the page and grows when the reader asks for more. */
export const usePages = <Item>(name: string, id: string, first: Page<Item>, more: More<Item>) => {
  const query = useInfiniteQuery({
    queryKey: ['more', name, id, first.totalCount, first.pageInfo.endCursor],
    queryFn: async ({ pageParam, signal }): Promise<Page<Item>> =>
      (await ask(more, { id, after: pageParam }, signal)).customer?.page ?? nothing,
    initialPageParam: null as string | null,
    initialData: { pages: [first], pageParams: [null] },
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    staleTime: Infinity,
  });
  return {
    items: query.data.pages.flatMap((page) => page.nodes),
    total: first.totalCount,
    hasMore: query.hasNextPage,
    isLoading: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => void query.fetchNextPage(),
  };
};

export type Pages = Pick<ReturnType<typeof usePages>, 'total' | 'hasMore' | 'isLoading' | 'error' | 'loadMore'>;
