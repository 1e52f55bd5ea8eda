import { prepareServer, startTestServer, type TestServer, type TestServerOptions } from '../support/server.ts';
import { hireReaders, type Reader } from './readers.ts';
import { buildWorld, type World } from './world.ts';

/** A server with the world of the matrix in it, and everybody who asks. World and readers are made once in a run, and cloned. */
export async function openWorld(
  options: Pick<TestServerOptions, 'pages'> = {},
): Promise<{ server: TestServer; world: World; readers: Reader[] }> {
  const from = await prepareServer('world', { empty: true }, async (server) => {
    const world = await buildWorld(server);
    return { world, readers: await hireReaders(server, world) };
  });
  return { server: await startTestServer({ ...options, empty: true, from }), ...from.told };
}
