import type { TypedDocumentString } from '../gql/graphql';
import { post, SignedOut, Unreachable } from '../session/http';
import { RequestFailed, type Fault } from './client';
import { eventReader, type ServerEvent } from './events';

/** The hub gives a sign of life every fifteen seconds: after so many milliseconds without one the connection is dead. */
const longestSilence = 40_000;

const dataOf = (event: ServerEvent): unknown => {
  const { data, errors } = JSON.parse(event.data) as { data?: unknown; errors?: Fault[] };
  const fault = errors?.[0];
  if (fault?.extensions?.code === 'UNAUTHENTICATED') throw new SignedOut();
  if (fault) throw new RequestFailed(fault);
  return data;
};

/** The next piece of a body, or the end of it when nothing comes for too long. */
const nextOf = async (reader: ReadableStreamDefaultReader<string>) => {
  const silence = setTimeout(() => void reader.cancel(), longestSilence);
  try {
    return await reader.read();
  } finally {
    clearTimeout(silence);
  }
};

/** Listens until the hub says that it is over; throws when it breaks off before, and when it is refused. */
export const subscribe = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
  onNext: (result: Result) => void,
  onOpen: () => void,
): Promise<void> => {
  const response = await post('/graphql', {
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  if (!response.ok || !response.body) throw new Unreachable(`HTTP ${response.status}`);
  onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = eventReader();
  for (let piece = await nextOf(reader); !piece.done; piece = await nextOf(reader)) {
    for (const event of read(piece.value)) {
      if (event.name === 'complete') return;
      if (event.name === 'next') onNext(dataOf(event) as Result);
    }
  }
  throw new Unreachable('The stream broke off');
};
