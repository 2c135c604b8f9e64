import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TypedDocumentString } from '../gql/graphql';
import { SignedOut, Unreachable } from '../session/http';
import { RequestFailed } from './client';
import { subscribe } from './subscribe';

const toldDocument = 'subscription { told }' as unknown as TypedDocumentString<{ told: number }, object>;
const next = (told: number) => `event:next\ndata:{"data":{"told":${told}}}\n\n`;
const refused = (code: string) => `event:next\ndata:{"errors":[{"message":"no","extensions":{"code":"${code}"}}]}\n\n`;

const answering = (text: string, status = 200) => {
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=known' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })));
};

const listen = async () => {
  const told: number[] = [];
  const opened = vi.fn();
  const end = subscribe(toldDocument, {}, new AbortController().signal, (result) => told.push(result.told), opened);
  return { told, opened, end: await end.then(() => 'complete').catch((error: unknown) => error) };
};

describe('a subscription', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('hands on what is told until it is over', async () => {
    answering(`:\n\n${next(1)}${next(2)}event:complete\ndata:\n\n${next(3)}`);
    expect(await listen()).toMatchObject({ told: [1, 2], end: 'complete' });
  });

  it('fails when the stream breaks off', async () => {
    answering(next(1));
    const { told, opened, end } = await listen();
    expect(told).toEqual([1]);
    expect(opened).toHaveBeenCalledOnce();
    expect(end).toBeInstanceOf(Unreachable);
  });

  it('fails with what the hub says against it', async () => {
    answering(refused('FORBIDDEN'));
    expect((await listen()).end).toBeInstanceOf(RequestFailed);
    answering(refused('UNAUTHENTICATED'));
    expect((await listen()).end).toBeInstanceOf(SignedOut);
  });

  it('is not open when the hub does not answer well', async () => {
    answering('', 503);
    const { opened, end } = await listen();
    expect(opened).not.toHaveBeenCalled();
    expect(end).toBeInstanceOf(Unreachable);
  });
});
