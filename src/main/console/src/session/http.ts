/** Nobody is signed in, or the session ended. */
export class SignedOut extends Error {
  constructor() {
    super('Nobody is signed in');
    this.name = 'SignedOut';
  }
}

/** The hub could not be reached at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The hub does not answer', { cause });
    this.name = 'Unreachable';
  }
}

const tokenOf = (cookies: string) => {
  const pair = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return pair && decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
};

const reach = async (path: string, init: RequestInit) => {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable(cause);
  }
};

/** The hub sets the cookie on any read; it takes it away when somebody signs in or out. */
const freshToken = async () => {
  await reach('/console/', { cache: 'no-store' });
  return tokenOf(document.cookie);
};

const send = (path: string, init: RequestInit, token: string | undefined) =>
  reach(path, {
    ...init,
    method: 'POST',
    headers: { ...init.headers, 'X-Requested-With': 'fetch', ...(token ? { 'X-XSRF-TOKEN': token } : {}) },
  });

/** Posts with the token that proves the page is ours; asks once for a new one when the hub no longer knows it. */
export const post = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await send(path, init, tokenOf(document.cookie) ?? (await freshToken()));
  const answer = response.status === 403 ? await send(path, init, await freshToken()) : response;
  if (answer.status === 401) throw new SignedOut();
  return answer;
};

/** Signs in; throws SignedOut when name or password are wrong. */
export const signIn = async (username: string, password: string) => {
  const response = await post('/login', { body: new URLSearchParams({ username, password }) });
  if (!response.ok) throw new Unreachable(`HTTP ${response.status}`);
};

/** Ends the session. */
export const signOut = async () => {
  await post('/logout', {});
};
