/** How a page takes the word that something has changed. */
export type Taking = 'refresh' | 'say' | 'leave';

const topicsOf: readonly (readonly [page: RegExp, topics: readonly string[]])[] = [
  [/^\/citizens\/[^/]+$/, ['citizen', 'household']],
  [/^\/households\/[^/]+$/, ['household', 'citizen']],
  [/^\/dwellings\/[^/]+$/, ['dwelling', 'household']],
  [/^\/dossiers(\/[0-9a-f-]{36})?$/, ['dossier']],
  [/^\/units\/[^/]+\/(residents|households)$/, ['citizen', 'household']],
];
const refreshed = /^\/($|imports($|\/)|population$|units(\/[^/]+)?$|admin\/(units|accounts|system)$)/;

/**
 * A page of numbers or of work reads itself again. A page that shows people only says that there is news, since every reading of it is
 * a look that the person may ask about. A form is left alone: what somebody types is not overwritten, and a clash is shown on saving.
 */
export function takeNews(path: string, topics: readonly string[]): Taking {
  if (refreshed.test(path) && !path.startsWith('/imports/new')) return 'refresh';
  const concerned = topicsOf.find(([page]) => page.test(path))?.[1] ?? [];
  return concerned.some((topic) => topics.includes(topic)) ? 'say' : 'leave';
}
