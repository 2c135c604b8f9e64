import type { TypedDocumentString } from '../gql/graphql';
import { post, SignedOut } from '../session/http';

/** A fault that the hub reported for one place of the answer. */
export type Fault = {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; traceId?: string };
};

/** What the hub answered: as much data as it could give, and what went wrong elsewhere. */
export type Answer<Result> = { data: Result | null; faults: readonly Fault[] };

/** The hub refused or failed the whole request. `code` is for programs, `traceId` finds it in the hub's log. */
export class RequestFailed extends Error {
  readonly code: string;
  readonly traceId: string | undefined;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'RequestFailed';
    this.code = fault.extensions?.code ?? 'INTERNAL';
    this.traceId = fault.extensions?.traceId;
  }
}

const isAnswer = (body: unknown): body is { data?: unknown; errors?: Fault[] } =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);

const readBody = async (response: Response) => {
  const body: unknown = await response.json().catch(() => null);
  if (!isAnswer(body))
    throw new RequestFailed({ message: `HTTP ${response.status}`, extensions: { code: 'UNAVAILABLE' } });
  return body;
};

/** Asks and hands back partial answers too; for pages whose parts stand alone. */
export const askWithFaults = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Result>> => {
  const response = await post('/graphql', {
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  const body = await readBody(response);
  if (body.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) throw new SignedOut();
  return { data: (body.data ?? null) as Result | null, faults: body.errors ?? [] };
};

/** Asks and throws on any fault; for questions with one answer. */
export const ask = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> => {
  const { data, faults } = await askWithFaults(document, variables, signal);
  const fault = faults[0];
  if (fault) throw new RequestFailed(fault);
  if (data === null) throw new RequestFailed({ message: 'empty answer' });
  return data;
};
