import { Readable } from 'node:stream';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { beginPast } from '@nocgia/services/dossiers/past/begin.ts';
import { runPast } from '@nocgia/services/dossiers/past/run.ts';
import { updatePast } from '@nocgia/services/dossiers/past/store.ts';
import { oldCsv, oldRows } from '@nocgia/services/dossiers/past/testing/old-software.ts';
import { pastDeps } from '@nocgia/services/server/imports.ts';
import type { TestServer } from '../support/server.ts';
import { unknownId, type MutationCase, type QueryCase } from './cases.ts';
import type { Marker } from './person.ts';
import type { Place } from './world.ts';

/** Takes in, for every place, one dossier that another software has led, with texts that stand nowhere else. */
export async function takePastIn(server: TestServer, places: readonly Place[]): Promise<void> {
  const deps = pastDeps(server.platform, server.projecting, () => null);
  for (const place of places) {
    const word = place.street.slice('Duong'.length);
    const owner = `Nguoixua${word} Hosoxua${word}`;
    const phone = `0966${places.indexOf(place) + 1}12${places.indexOf(place) + 1}33`;
    const rows = oldRows(1).map((cells) =>
      cells.with(1, `XUA.${word.toUpperCase()}-230102-0001`).with(4, owner).with(5, phone),
    );
    const id = await beginPast(deps, {
      file: Readable.from([Buffer.from(oldCsv(rows))]),
      ...{ fileName: `tepxua${word}.csv`, ward: Number(place.ward), accountId: null, positionId: null },
    });
    await runPast(deps, id);
    await updatePast(deps.pool, id, { state: 'committing' }, ['ready']);
    await runPast(deps, id);
    place.pastImportId = id;
    const markers = [owner, ...owner.split(' ')].map((text): Marker => ({ text, group: 'dossier' }));
    place.markers = [...place.markers, ...markers, { text: phone, group: 'dossierContact' }];
  }
}

const none: readonly Role[] = [];
const importers = ['civil_status', 'administrator'] as const satisfies readonly Role[];

/** Every query about imports of dossiers. */
export const pastQueries: Record<string, QueryCase> = {
  dossierImports: { ask: () => [{}], shows: ['civil_status'] },
  dossierImport: {
    ask: ({ place }) => [{ id: place.pastImportId }, { id: unknownId }, { id: `' or` }],
    shows: ['civil_status'],
  },
  dossierImportFields: { ask: () => [{}], shows: none },
};

/** Every mutation about imports of dossiers. The world's have been taken in, so that only taking them back would still do something. */
export const pastMutations: Record<string, MutationCase> = {
  checkDossierImport: {
    ask: ({ place }) => ({ importId: place.pastImportId, mapping: [{ field: 'code', column: 0 }] }),
    allowed: importers,
    hindered: true,
  },
  commitDossierImport: {
    ask: ({ place }) => ({ importId: place.pastImportId }),
    allowed: importers,
    hindered: true,
  },
  cancelDossierImport: {
    ask: ({ place }) => ({ importId: place.pastImportId }),
    allowed: importers,
    hindered: true,
  },
  withdrawDossierImport: {
    ask: ({ place }) => ({ importId: place.pastImportId }),
    allowed: importers,
    hindered: true,
  },
};
