import type { Role } from '../gql/graphql';

/** Whether the hub lets somebody with these roles search and open customers. */
export const mayReadCustomers = (roles: readonly Role[]) => roles.includes('AGENT') || roles.includes('MANAGER');

/** Whether the hub lets somebody with these roles read and run loads. */
export const mayRunLoads = (roles: readonly Role[]) => roles.includes('ENGINEER');
