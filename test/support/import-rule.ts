import { targetOf, type Import } from './import-graph.ts';

// From the bottom up: each of these may use those before it. Everything else under services/ but the server is a domain
// service, which may use these and never another domain service.
const foundation = ['event-store', 'files', 'tables', 'projection', 'access'];

/** Whether a file belongs to the tests, which may reach for anything. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.(?:test|bench)\.ts$|\/contract\.ts$/.test(path) || path.includes('/testing/');
}

function serviceRule(fromService: string, toService: string): string | undefined {
  if (fromService === toService || fromService === 'server') return undefined;
  if (toService === 'server') return 'only the server wires; nobody imports it';
  const rank = foundation.indexOf(fromService);
  const toRank = foundation.indexOf(toService);
  if (rank === -1) return toRank === -1 ? 'a domain service never imports another one' : undefined;
  return toRank !== -1 && toRank < rank ? undefined : `${fromService} stands below ${toService}`;
}

/** Why `one` breaks the dependency rule (web → GraphQL; server → domain services → foundation → schemas), or undefined. */
export function brokenRule(one: Import): string | undefined {
  const { from } = one;
  const target = targetOf(one);
  if (target === undefined || !('path' in target) || isTest(from)) return undefined;
  const [area = '', service = ''] = from.split('/');
  const [toArea = '', toService = ''] = target.path.split('/');
  if (isTest(target.path)) return 'only tests import tests';
  if (area === 'web') {
    // The schemas are what both sides have in common: forms check fields by the very rules of the events.
    return toArea === 'web' || toArea === 'schemas' ? undefined : 'the web knows the server by GraphQL only';
  }
  if (toArea === 'web') return 'nobody imports the web application';
  if (area === 'schemas') {
    // The generated resolver types name the type of the server's context; nothing of it is there at run time.
    if (from === 'schemas/generated/resolvers.ts' && target.path === 'services/server/context.ts') return undefined;
    return toArea === 'schemas' ? undefined : 'the schemas stand at the bottom';
  }
  if (area === 'infra') return toArea === 'services' ? 'infra runs the services and does not know them' : undefined;
  if (toArea === 'infra') return service === 'server' ? undefined : 'only the server knows how it is run';
  return toArea === 'services' ? serviceRule(service, toService) : undefined;
}
