import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** A connect-style handler: SvelteKit's built one, or Vite's in development. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Loads the built web application from `folder` (`web/build`); its absence is said with what to do. */
export async function loadPages(folder: string): Promise<PageHandler> {
  const file = `${folder}/handler.js`;
  if (!existsSync(file)) throw new Error(`The web application is not built (${file} is missing). Run: npm start`);
  // adapter-node reads these when it is imported: the protocol comes with each request, any host name is served, and a body is cut off
  // at 16 MB; web/src/hooks.server.ts refuses sooner, with words (files go to /imports, not through a page).
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.BODY_SIZE_LIMIT = '16M';
  const module: { handler: PageHandler } = await import(pathToFileURL(file).href);
  return module.handler;
}

/** Hands every request that no other route took to the web application, body unread. */
export async function servePages(app: FastifyInstance, handler: PageHandler): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
    pages.all('/*', (request, reply) => {
      // What Fastify made of the proxies it trusts; kit would otherwise take every request for https.
      request.raw.headers['x-forwarded-proto'] = request.protocol;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      handler(request.raw, reply.raw);
    });
  });
}
