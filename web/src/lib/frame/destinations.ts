import type { CommonMessages } from '#lib/messages.ts';
import type { ViewerQuery } from '#lib/api/generated.ts';

type Viewer = NonNullable<ViewerQuery['viewer']>;
export interface Destination {
  href: string;
  name: string;
  icon: 'today' | 'dossiers' | 'territory' | 'population' | 'imports' | 'admin';
}

/** Whether this position may use any of these operations; the server checks again at each. */
export function may(viewer: Viewer | null, ...operations: string[]): boolean {
  return viewer !== null && operations.some((name) => viewer.may.includes(name));
}

/** Where this reader can go, most used first. */
export function destinations(t: CommonMessages, viewer: Viewer): Destination[] {
  const unit = viewer.activePosition?.unit;
  const all: (Destination & { open: boolean })[] = [
    { href: '/', name: t.nav.today, icon: 'today', open: true },
    { href: '/dossiers', name: t.nav.dossiers, icon: 'dossiers', open: may(viewer, 'dossiers') },
    { href: unit ? `/units/${unit.code}` : '/units', name: t.nav.territory, icon: 'territory', open: true },
    {
      href: '/population',
      name: t.nav.population,
      icon: 'population',
      open: unit !== undefined && may(viewer, 'population'),
    },
    { href: '/imports', name: t.nav.imports, icon: 'imports', open: may(viewer, 'imports', 'commitImport') },
    ...adminPages(t, viewer)
      .slice(0, 1)
      .map(({ href }) => ({ href, name: t.nav.admin, icon: 'admin' as const, open: true })),
  ];
  return all.filter(({ open }) => open);
}

/** The pages of the administration that this position may open. */
export function adminPages(t: CommonMessages, viewer: Viewer): { href: string; name: string }[] {
  const pages = [
    { href: '/admin/units', name: t.nav.units, open: may(viewer, 'planBoundaryChange') },
    { href: '/admin/one-stop', name: t.nav.oneStop, open: may(viewer, 'setOneStop') },
    { href: '/admin/procedures', name: t.nav.procedures, open: may(viewer, 'publishProcedure') },
    { href: '/admin/accounts', name: t.nav.accounts, open: may(viewer, 'accounts', 'openAccount') },
    { href: '/admin/rights', name: t.nav.rights, open: may(viewer, 'fieldTable') },
    { href: '/admin/system', name: t.nav.system, open: may(viewer, 'system') },
  ];
  return pages.filter(({ open }) => open);
}

/** Whether a page belongs to a destination, for marking where one is. */
export function isAt(path: string, { href, icon }: Destination): boolean {
  if (href === '/') return path === '/';
  if (icon === 'territory') return /^\/(units|dwellings|households|citizens)(\/|$)/.test(path);
  if (icon === 'admin') return path.startsWith('/admin/');
  return path === href || path.startsWith(`${href}/`);
}
