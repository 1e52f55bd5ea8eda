import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unknownId, type Asked } from './cases.ts';

const root = fileURLToPath(new URL('../../web/src/routes', import.meta.url));

/** Patterns of every page and end point of the web application, without the groups that only order the files. */
export function pagePatterns(): string[] {
  const files = globSync('**/{+page.svelte,+server.ts}', { cwd: root });
  const patterns = files.map(
    (file) => `/${file.replace(/\/?\+(page\.svelte|server\.ts)$/, '')}`.replace(/\/\([^)]+\)/g, '') || '/',
  );
  return [...new Set(patterns)].sort();
}

const citizen =
  (tail: string) =>
  ({ place }: Asked) => [`/citizens/${place.headId}${tail}`];
const household =
  (tail: string) =>
  ({ place }: Asked) => [`/households/${place.householdId}${tail}`];
const unit =
  (tail: string) =>
  ({ place }: Asked) => [`/units/${place.unit}${tail}`];
const fixed = (path: string) => () => [path];
const query = (path: string, values: Record<string, string>): string =>
  `${path}?${String(new URLSearchParams(values))}`;
const name = ({ place }: Asked): string => place.markers.find(({ text }) => /^Ho\w+ Ten/.test(text))?.text ?? '';

const dossierName = ({ place }: Asked): string => place.markers.find(({ group }) => group === 'dossier')?.text ?? '';

/** Addresses to ask of every page; the test fails when a page is missing here. */
export const pages: Record<string, (asked: Asked) => string[]> = {
  '/': fixed('/'),
  '/account': fixed('/account'),
  '/admin/accounts': fixed('/admin/accounts?text=Can+Bo'),
  '/admin/accounts/[id]': ({ place }) => [`/admin/accounts/${place.accountId}`],
  '/admin/accounts/new': fixed('/admin/accounts/new'),
  '/admin/one-stop': ({ place }) => [query('/admin/one-stop', { ward: place.ward })],
  '/admin/one-stop/calendar': ({ place }) => [query('/admin/one-stop/calendar', { year: '2026', ward: place.ward })],
  '/admin/procedures': ({ place }) => [query('/admin/procedures', { ward: place.ward })],
  '/admin/procedures/catalogue': ({ place }) => [query('/admin/procedures/catalogue', { ward: place.ward })],
  '/admin/procedures/[id]': ({ place }) => [`/admin/procedures/${place.procedureId}`],
  '/admin/procedures/[id]/end': ({ place }) => [`/admin/procedures/${place.procedureId}/end`],
  '/admin/procedures/[id]/version': ({ place }) => [`/admin/procedures/${place.procedureId}/version`],
  '/admin/procedures/new': fixed('/admin/procedures/new'),
  '/admin/rights': fixed('/admin/rights'),
  '/admin/system': fixed('/admin/system'),
  '/admin/units': fixed('/admin/units'),
  '/admin/units/plan': fixed('/admin/units/plan'),
  '/citizens/[id]': ({ place }) => [place.headId, place.formerId, place.movedId].map((id) => `/citizens/${id}`),
  '/citizens/[id]/absence': citizen('/absence'),
  '/citizens/[id]/absence/end': ({ place }) => [
    query(`/citizens/${place.headId}/absence/end`, { id: place.residenceId }),
  ],
  '/citizens/[id]/death': citizen('/death'),
  '/citizens/[id]/duplicates': citizen('/duplicates'),
  '/citizens/[id]/merge': ({ place }) => [query(`/citizens/${place.headId}/merge`, { with: place.memberId })],
  '/citizens/[id]/unmerge': ({ place }) => [query(`/citizens/${place.headId}/unmerge`, { merge: unknownId })],
  '/citizens/[id]/edit': citizen('/edit'),
  '/citizens/[id]/eid': citizen('/eid'),
  '/citizens/[id]/former': ({ place }) =>
    [place.formerId, place.movedId, place.headId].map((id) => `/citizens/${id}/former`),
  '/citizens/[id]/join': citizen('/join'),
  '/citizens/[id]/leave': ({ place }) => [query(`/citizens/${place.headId}/leave`, { id: place.residenceId })],
  '/citizens/[id]/looked': citizen('/looked'),
  '/citizens/[id]/marriage': citizen('/marriage'),
  '/citizens/[id]/marriage/end': ({ place }) => [
    query(`/citizens/${place.headId}/marriage/end`, { id: place.residenceId }),
  ],
  '/citizens/[id]/policy': citizen('/policy'),
  '/citizens/[id]/policy/end': ({ place }) => [
    query(`/citizens/${place.headId}/policy/end`, { id: place.residenceId }),
  ],
  '/citizens/[id]/renew': ({ place }) => [query(`/citizens/${place.headId}/renew`, { id: place.residenceId })],
  '/citizens/[id]/residence': ({ place }) => [
    query(`/citizens/${place.headId}/residence`, { residence: place.residenceId }),
  ],
  '/citizens/[id]/reveal': ({ place }) => [query(`/citizens/${place.headId}/reveal`, { field: 'nationalId' })],
  '/citizens/arrival': ({ place }) => [query('/citizens/arrival', { household: place.householdId })],
  '/citizens/birth': ({ place }) => [query('/citizens/birth', { household: place.householdId })],
  '/citizens/new': ({ place }) => [query('/citizens/new', { household: place.householdId })],
  '/dossiers': (asked) => [
    ...['mine', 'team', 'unit', 'incoming', 'awaiting', 'ready', 'over'].map((tab) => query('/dossiers', { tab })),
    query('/dossiers', { tab: 'unit', text: dossierName(asked) }),
  ],
  '/dossiers/[id]': ({ place }) => [`/dossiers/${place.dossierId}`],
  '/dossiers/[id]/[act]': ({ place }) =>
    ['hand-on', 'assign', 'request-papers', 'request-fees', 'return', 'settle', 'withdraw', 'national-code'].map(
      (act) => `/dossiers/${place.dossierId}/${act}`,
    ),
  '/dossiers/[id]/sign': ({ place }) => [`/dossiers/${place.dossierId}/sign`],
  '/dossiers/[id]/register': ({ place }) => [`/dossiers/${place.settledId}/register`],
  '/dossiers/[id]/take': ({ place }) => [`/dossiers/${place.dossierId}/take`],
  '/dossiers/by-code': ({ place }) => [query('/dossiers/by-code', { code: place.dossierCode, paper: place.paperId })],
  '/dossiers/register': ({ world }) => [query('/dossiers/register', { from: '2025-01-01', to: world.today })],
  '/dossiers/new': fixed('/dossiers/new'),
  '/dossiers/new/[procedure]': ({ place }) => [`/dossiers/new/${place.procedureId}`],
  '/dossiers/new/[procedure]/form': ({ place }) => [
    query(`/dossiers/new/${place.procedureId}/form`, { owner: place.headId }),
  ],
  '/dwellings/[id]': ({ place }) => [`/dwellings/${place.dwellingId}`],
  '/dwellings/[id]/confirm': ({ place }) => [`/dwellings/${place.dwellingId}/confirm`],
  '/dwellings/[id]/edit': ({ place }) => [`/dwellings/${place.dwellingId}/edit`],
  '/dwellings/new': ({ place }) => [query('/dwellings/new', { unit: place.unit })],
  '/households/[id]': household(''),
  '/households/[id]/dissolve': household('/dissolve'),
  '/households/[id]/edit': household('/edit'),
  '/households/[id]/head': household('/head'),
  '/households/[id]/join': household('/join'),
  '/households/[id]/unite': household('/unite'),
  '/households/[id]/move': household('/move'),
  '/households/[id]/split': household('/split'),
  '/households/[id]/status': household('/status'),
  '/households/[id]/status/end': household('/status/end'),
  '/households/new': ({ place }) => [query('/households/new', { dwelling: place.dwellingId })],
  '/imports': fixed('/imports'),
  '/imports/[id]': ({ place }) => [`/imports/${place.headId}`],
  '/imports/[id]/differences': ({ place }) => [`/imports/${place.headId}/differences`],
  '/imports/[id]/likely': ({ place }) => [`/imports/${place.headId}/likely`],
  '/imports/[id]/kept': ({ place }) => [`/imports/${place.headId}/kept`],
  '/imports/[id]/progress': ({ place }) => [`/imports/${place.headId}/progress`],
  '/imports/[id]/withdraw': ({ place }) => [`/imports/${place.headId}/withdraw`],
  '/imports/dossiers': fixed('/imports/dossiers'),
  '/imports/dossiers/[id]': ({ place }) => [`/imports/dossiers/${place.pastImportId}`],
  '/imports/dossiers/[id]/progress': ({ place }) => [`/imports/dossiers/${place.pastImportId}/progress`],
  '/imports/dossiers/new': fixed('/imports/dossiers/new'),
  '/imports/new': fixed('/imports/new'),
  '/population': ({ place }) => [query('/population', { unit: place.unit })],
  '/population/definitions': fixed('/population/definitions'),
  '/population/dwellings': ({ place, world }) => [
    query('/population/dwellings', { unit: place.unit, asOf: world.today }),
  ],
  '/population/eid': ({ place }) => [query('/population/eid', { unit: place.unit })],
  '/population/households': ({ place, world }) => [
    query('/population/households', { unit: place.unit, asOf: world.today }),
  ],
  '/population/list': ({ place, world }) => [query('/population/list', { unit: place.unit, asOf: world.today })],
  '/follow': ({ place }) => [query('/follow', { code: place.dossierId, paper: place.paperId ?? '' })],
  '/rate': ({ place }) => [
    query('/rate', { ward: place.ward, counter: '3' }),
    query('/rate', { officer: place.accountId, key: 'x' }),
  ],
  '/satisfaction': fixed('/satisfaction?period=2025'),
  '/satisfaction/answers': ({ place }) => [
    query('/satisfaction/answers', { period: '2026', of: 'procedure', subject: place.procedureId }),
  ],
  '/satisfaction/criteria': fixed('/satisfaction/criteria'),
  '/search': (asked) => [query('/search', { q: name(asked) })],
  '/search/suggest': (asked) => [query('/search/suggest', { q: name(asked) })],
  '/services': ({ place }) => [query('/services', { ward: place.ward, q: 'hon nhan' }), '/services'],
  '/services/[id]': ({ place }) => [`/services/${place.procedureId}`, `/services/${place.dossierId}`],
  '/services/[id]/submit': ({ place }) => [`/services/${place.procedureId}/submit`],
  '/services/sent': ({ place }) => [
    query('/services/sent', { code: '0123456789', procedure: place.procedureId }),
    query('/services/sent', { code: `' or`, procedure: place.procedureId }),
  ],
  '/setup': fixed('/setup'),
  '/sign-in': fixed('/sign-in'),
  '/units': fixed('/units'),
  '/units/[code]': unit(''),
  '/units/[code]/duplicates': unit('/duplicates'),
  '/units/[code]/households': unit('/households'),
  '/units/[code]/moves': ({ place }) => [
    `/units/${place.ward}/moves`,
    query(`/units/${place.unit}/moves`, { side: 'arrival' }),
  ],
  '/units/[code]/residents': unit('/residents'),
  '/units/[code]/unplaced': ({ place }) => [`/units/${place.ward}/unplaced`],
};
