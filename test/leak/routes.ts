import type { Role } from '@nocgia/schemas/events/account.ts';
import { pdfOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import type { InjectOptions } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { queries } from './queries.ts';
import { documentFor } from './document.ts';
import type { Reader } from './readers.ts';
import type { Place, World } from './world.ts';

export interface RouteCase {
  ask(asked: { world: World; place: Place; reader: Reader }): InjectOptions[];
  /** Answers whoever asks, signed in or not, with something that is nobody's. */
  open?: true;
  /** Status codes for somebody who may not; anything else is a way in. */
  refused?: readonly number[];
  /** Who may: those who take registers in for the ward, who work on its dossiers, or who manage its procedures. */
  may?: 'import' | 'dossier' | 'catalogue';
}

const mayDo = {
  import: ['civil_status', 'administrator'],
  dossier: ['desk', 'civil_status', 'leader'],
  catalogue: ['leader', 'administrator'],
} as const satisfies Record<NonNullable<RouteCase['may']>, readonly Role[]>;

/** Whether a reader is one of those who may ask a route about a place. */
export function isAllowed({ may = 'import' }: RouteCase, reader: Reader, place: Place): boolean {
  const roles: readonly (Role | null)[] = mayDo[may];
  return roles.includes(reader.role) && reader.unit === place.ward && !['expired', 'ahead'].includes(reader.standing);
}

/** A file of one line, as a browser sends it. */
export function upload(unit: string, line: string): Pick<InjectOptions, 'payload' | 'headers'> {
  const boundary = 'nocgia-leak-matrix';
  const part = (head: string, body: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const file = `Họ và tên,Ngày sinh,Giới tính,Tổ dân phố\n${line}\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${part('name="unit"', unit)}${part('name="file"; filename="dan.csv"\r\ncontent-type: text/csv', file)}--${boundary}--\r\n`,
  };
}

/** A scan for a dossier, as a browser sends it. */
export function scan(
  fields: Readonly<Record<string, string | number>>,
  file: Buffer,
  name = 'scan.pdf',
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'nocgia-scan';
  const part = (head: string): string => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`;
  const before = Object.entries(fields).map(([key, value]) => `${part(`name="${key}"`)}${value}\r\n`);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`${before.join('')}${part(`name="file"; filename="${name}"\r\ncontent-type: text/html`)}`),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** Every route of the server, by method and pattern; the test fails when one is missing here. */
export const routes: Record<string, RouteCase> = {
  'GET /healthz': { ask: () => [{ url: '/healthz' }], open: true },
  'GET /readyz': { ask: () => [{ url: '/readyz' }], open: true },
  'GET /metrics': { ask: () => [{ url: '/metrics' }], open: true },
  'POST /auth/sign-in': {
    ask: () => [
      { method: 'POST', url: '/auth/sign-in', payload: { username: 'nv.omega', password: 'không phải đâu' } },
    ],
    open: true,
  },
  // It would sign the readers out; what it does is tested with the sessions.
  'POST /auth/sign-out': { ask: () => [], open: true },
  'GET /setup/api/state': { ask: () => [{ url: '/setup/api/state' }], open: true },
  'GET /setup/api/wards': { ask: () => [{ url: '/setup/api/wards?text=phu+tho' }], open: true },
  'POST /setup/api/complete': {
    ask: () => [{ method: 'POST', url: '/setup/api/complete', payload: { token: 'x' } }],
    open: true,
  },
  'GET /graphql': {
    ask: ({ world, place }) =>
      ['citizen', 'search'].flatMap((name) =>
        (queries[name]?.ask({ world, place }) ?? []).slice(0, 1).map((variables) => ({
          url: '/graphql',
          query: { query: documentFor('query', name, variables, 3), variables: JSON.stringify(variables) },
        })),
      ),
  },
  // Every operation by POST is the matter of the matrix itself.
  'POST /graphql': {
    ask: ({ place }) => [
      { method: 'POST', url: '/graphql', payload: { query: `{ citizen(id: "${place.headId}") { fullName } }` } },
    ],
  },
  'GET /api/imports/:id/report.xlsx': {
    ask: ({ place }) => [{ url: `/api/imports/${place.importId ?? place.headId}/report.xlsx` }],
    refused: [401, 403, 404],
  },
  'GET /api/dossier-imports/:id/report.xlsx': {
    ask: ({ place }) => [{ url: `/api/dossier-imports/${place.pastImportId}/report.xlsx` }],
    refused: [401, 403, 404],
  },
  'POST /api/dossier-imports': {
    ask: ({ place }) => [
      { method: 'POST', url: '/api/dossier-imports', ...upload(place.ward, 'Nguyễn Văn Không,1990,Nam,') },
    ],
    refused: [401, 403, 404],
  },
  'GET /api/export/:what': {
    ask: ({ place, world }) => [
      ...['people', 'households', 'dwellings', 'population', 'eid'].map((what) => ({
        url: `/api/export/${what}.xlsx?unit=${place.unit}&asOf=${world.today}`,
      })),
      { url: `/api/export/people.xlsx?unit=${place.ward}&asOf=${world.today}&ethnicity=01&boundaries=now` },
      {
        url: `/api/export/people.xlsx?unit=${place.ward}&asOf=${world.today}&from=2025-07-01&headcount=present&cause=first_entry`,
      },
      { url: `/api/export/households.xlsx?unit=${place.ward}&asOf=${world.today}&eid=all&ethnicity=unknown` },
      { url: `/api/export/residents.xlsx?unit=${place.unit}` },
      { url: `/api/export/residents.xlsx?unit=${place.unit}&show=expired` },
      { url: `/api/export/unit-households.xlsx?unit=${place.unit}` },
      { url: `/api/export/unit-dwellings.xlsx?unit=${place.unit}` },
      { url: `/api/export/unit-dwellings.xlsx?unit=${place.ward}&unplaced=true` },
      { url: `/api/export/moves.xlsx?unit=${place.ward}&side=departure` },
      { url: `/api/export/moves.xlsx?unit=${place.ward}&side=arrival` },
      { url: `/api/export/unit-households.xlsx?unit=${place.unit}&show=poor` },
      { url: `/api/export/dossiers.xlsx?unit=${place.ward}&from=2025-01-01` },
      { url: `/api/export/dossiers.pdf?unit=${place.ward}&from=2025-01-01` },
      { url: `/api/export/people.pdf?unit=${place.unit}` },
      { url: '/api/export/nothing.xlsx' },
    ],
  },
  'POST /api/dossiers/:id/files': {
    ask: ({ place }) => [
      {
        method: 'POST',
        url: `/api/dossiers/${place.dossierId}/files`,
        ...scan({ commandId: uuidv7(), expectedVersion: 99 }, pdfOf('trang')),
      },
      { method: 'POST', url: `/api/dossiers/${place.dossierId}/files` },
    ],
    refused: [401, 403, 404],
    may: 'dossier',
  },
  'POST /public/dossiers/:id/files': {
    ask: ({ place }) => [
      {
        method: 'POST',
        url: `/public/dossiers/${place.dossierId}/files`,
        ...scan({ token: 'x', procedureId: place.procedureId }, pdfOf('trang')),
      },
      { method: 'POST', url: `/public/dossiers/${place.dossierId}/files` },
    ],
  },
  'GET /api/dossiers/:id/files/:fileId': {
    ask: ({ place }) => [
      { url: `/api/dossiers/${place.dossierId}/files/${place.fileId}` },
      { url: `/api/dossiers/${place.dossierId}/files/${place.headId}` },
    ],
    refused: [401, 403, 404],
    may: 'dossier',
  },
  'POST /api/dossiers/:id/papers/:paper': {
    ask: ({ place }) => [
      {
        method: 'POST',
        url: `/api/dossiers/${place.dossierId}/papers/m01`,
        payload: { commandId: uuidv7() },
      },
      {
        method: 'POST',
        url: `/api/dossiers/${place.dossierId}/papers/fee_receipt`,
        payload: `commandId=${uuidv7()}&requestId=${place.headId}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      },
    ],
    refused: [303, 401, 403, 404],
    may: 'dossier',
  },
  'GET /api/dossiers/:id/papers/:paper': {
    ask: ({ place }) => [
      { url: `/api/dossiers/${place.dossierId}/papers/${place.paperId}.pdf` },
      { url: `/api/dossiers/${place.dossierId}/papers/${place.paperId}.docx` },
      { url: `/api/dossiers/${place.dossierId}/papers/${place.headId}.pdf` },
    ],
    refused: [401, 403, 404],
    may: 'dossier',
  },
  'GET /api/procedures/:id/poster.pdf': {
    ask: ({ place }) => [
      { url: `/api/procedures/${place.procedureId}/poster.pdf` },
      { url: `/api/procedures/${place.headId}/poster.pdf` },
    ],
  },
  'GET /follow/papers/:paper': {
    ask: ({ place }) => [
      { url: `/follow/papers/${place.paperId}.pdf` },
      {
        url: `/follow/papers/${place.paperId}.pdf`,
        headers: { cookie: `nocgia-follow=h.zzzzzzzz.${place.dossierId}.x` },
      },
    ],
  },
  'GET /follow/result': { ask: () => [{ url: '/follow/result' }] },
  'GET /api/wards/:ward/rating-poster.pdf': {
    ask: ({ place }) => [
      { url: `/api/wards/${place.ward}/rating-poster.pdf?counter=3` },
      { url: `/api/wards/${place.ward}/rating-poster.pdf?officer=${place.accountId}` },
      { url: `/api/wards/${place.ward}/rating-poster.pdf?counter=` },
    ],
  },
  'GET /api/wards/:ward/poster.pdf': {
    ask: ({ place }) => [
      { url: `/api/wards/${place.ward}/poster.pdf?matter=civil_status` },
      { url: `/api/wards/${place.ward}/poster.pdf?matter=x` },
    ],
  },
  'POST /api/wards/:ward/catalogue': {
    ask: ({ place }) => [
      { method: 'POST', url: `/api/wards/${place.ward}/catalogue`, payload: { csv: null, publish: false } },
    ],
    refused: [401, 403, 404],
    may: 'catalogue',
  },
  'POST /api/imports': {
    ask: ({ place }) => [{ method: 'POST', url: '/api/imports', ...upload(place.ward, 'Nguyễn Văn Không,1990,Nam,') }],
    refused: [401, 403, 404],
  },
};

/** Method and pattern of every route that a server has, from the tree that Fastify prints; HEAD and OPTIONS follow from GET. */
export function routesOf(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) return [];
    const [, indent = '', segment = '', methods = ''] = found;
    path.length = indent.length / 4;
    path.push(segment);
    const whole = path.join('');
    return methods
      .split(', ')
      .filter((method) => method && method !== 'HEAD' && method !== 'OPTIONS')
      .map((method) => `${method} ${whole}`);
  });
}
