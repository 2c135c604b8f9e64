// Serves dist as the hub would, and runs the hub's own schema over fixtures. `node e2e/mock-server.mjs [port]`;
// any user name with the password 'secret' signs in,
// 'engineer' as an engineer and all others as agents. For development and the browser test only.
import { buildSchema, graphql, GraphQLError, parse, subscribe } from 'graphql';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSchema } from '../scripts/codegen.mjs';
import { customers as known } from './fixtures.mjs';
import { jobs } from './job-fixtures.mjs';
import { withOrigins } from './origin-fixtures.mjs';

const customers = known.map(withOrigins);
const dist = path.resolve(import.meta.dirname, '../dist');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

// The policy that the hub sends: what the page may not do there must not work here either.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const connection = (items, { first, after }) => {
  const start = after ? Number(Buffer.from(after, 'base64url')) + 1 : 0;
  const nodes = items.slice(start, start + first);
  const edges = nodes.map((item, place) => ({
    cursor: Buffer.from(String(start + place)).toString('base64url'),
    node: item.node ?? item,
    since: item.since,
    score: 1,
  }));
  return {
    totalCount: items.length,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: start + first < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

const lists = ['interactions', 'products', 'bills', 'tags', 'feedback'];
const broken = () =>
  new GraphQLError('The billing store does not answer', { extensions: { code: 'UNAVAILABLE', traceId: '4bf92f35' } });

const resolved = (customer) => ({
  ...customer,
  ...Object.fromEntries(
    lists.map((name) => [
      name,
      (page) => {
        if (typeof customer[name] === 'function') throw broken();
        return connection(customer[name], page);
      },
    ]),
  ),
});

const folded = (text) => text.normalize('NFKC').toLowerCase().replaceAll('陈', '陳').replace(/[\s-]/g, '');
const fits = (customer, text) =>
  [customer.displayName, ...customer.contactMedia.map(({ value }) => value)].some((value) =>
    folded(value).includes(folded(text).replace(/^0/, '')),
  );

const viewerOf = (name) => ({ name, roles: [name === 'engineer' ? 'ENGINEER' : 'AGENT'] });

const root = {
  ...jobs(connection),
  customer: ({ id }) => customers.filter((each) => each.id === id).map(resolved)[0] ?? null,
  customers: (page) => connection(customers.map(resolved), page),
  searchCustomers: ({ query, ...page }) =>
    connection(customers.filter((each) => fits(each, query)).map(resolved), page),
  identifyCaller: ({ by }) => {
    const owners = customers.filter((each) => fits(each, by.phone ?? by.email));
    return owners.map((each, place) => ({
      customer: resolved(each),
      likelihood: owners.length === 1 ? 1 : place === 0 ? 0.78 : 0.22 / (owners.length - 1),
      reasons: place === 0 ? ['OWN_LINE', 'PREFERRED_CONTACT'] : ['KNOWN_CONTACT', 'SHARED_CONTACT'],
    }));
  },
};

const bodyOf = async (request) => {
  let body = '';
  for await (const part of request) body += part;
  return body;
};

const cookieOf = (request, name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];

const sendFile = (request, response, place) => {
  const wanted = path.join(dist, place);
  const isFile = wanted.startsWith(dist + path.sep) && existsSync(wanted) && statSync(wanted).isFile();
  if (!isFile && /\.(js|css|svg|json)$/.test(place)) return response.writeHead(404).end();
  const file = isFile ? wanted : path.join(dist, 'index.html');
  return response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain' }).end(readFileSync(file));
};

/** Answers a subscription as server-sent events, until the page is left. */
const tell = async (request, response, schema, query) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
  const events = await subscribe({ schema, document: parse(query), rootValue: root });
  request.socket.on('close', () => void events.return());
  for await (const event of events) response.write(`event:next\ndata:${JSON.stringify(event)}\n\n`);
  response.end();
};

/** Starts the stand-in; answers with its server. */
export const start = (port) => {
  const schema = buildSchema(readSchema());
  const sessions = new Map();

  const post = async (request, response, place) => {
    const token = cookieOf(request, 'XSRF-TOKEN');
    if (!token || request.headers['x-xsrf-token'] !== token) return response.writeHead(403).end();
    const body = await bodyOf(request);
    if (place === '/login') {
      const form = new URLSearchParams(body);
      if (form.get('password') !== 'secret') return response.writeHead(401).end();
      const session = randomUUID();
      sessions.set(session, form.get('username'));
      const cookies = [`SESSION=${session}; Path=/; HttpOnly`, 'XSRF-TOKEN=; Path=/; Max-Age=0'];
      return response.writeHead(204, { 'Set-Cookie': cookies }).end();
    }
    if (!sessions.has(cookieOf(request, 'SESSION'))) return response.writeHead(401).end();
    if (place === '/logout') {
      sessions.delete(cookieOf(request, 'SESSION'));
      return response.writeHead(204).end();
    }
    const { query, variables } = JSON.parse(body);
    const viewer = viewerOf(sessions.get(cookieOf(request, 'SESSION')));
    if (request.headers.accept === 'text/event-stream') return tell(request, response, schema, query);
    const answer = await graphql({ schema, source: query, rootValue: { ...root, viewer }, variableValues: variables });
    return response.writeHead(200, { 'Content-Type': 'application/graphql-response+json' }).end(JSON.stringify(answer));
  };

  const get = (request, response, place) => {
    if (!cookieOf(request, 'XSRF-TOKEN')) response.setHeader('Set-Cookie', `XSRF-TOKEN=${randomUUID()}; Path=/`);
    if (place.startsWith('/console/')) return sendFile(request, response, place.slice('/console/'.length));
    if (place === '/' || place === '/console') return response.writeHead(302, { Location: '/console/' }).end();
    return response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    const place = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    return request.method === 'POST' ? post(request, response, place) : get(request, response, place);
  });
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)));
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.argv[2] ?? 18_200);
  await start(port);
  console.log(`mock hub on http://127.0.0.1:${port}/console/ (any user, password 'secret')`);
}
