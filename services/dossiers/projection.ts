import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { DossierHistoryEvent } from '@nocgia/schemas/events/dossier-history.ts';
import type { ProcedureEvent } from '@nocgia/schemas/events/procedure.ts';
import type { Projection } from '../projection/projection.ts';
import { dossierTouches, dossierTypes, foldDossier } from './dossier/projection.ts';
import { dossiersTable } from './dossier/rows.ts';
import { foldPast, pastTypes } from './past/projection.ts';
import {
  foldProcedure,
  proceduresTable,
  procedureTouches,
  procedureTypes,
  procedureVersionsTable,
} from './procedure/projection.ts';

const ofProcedure = new Set(procedureTypes);
const ofPast = new Set(pastTypes);

/** Procedures with their versions, and dossiers: one projection, since a dossier's steps are those of its version. */
export const dossiersProjection: Projection = {
  name: 'dossiers',
  version: 8,
  tables: [proceduresTable, procedureVersionsTable, dossiersTable],
  handles: [...procedureTypes, ...dossierTypes, ...pastTypes],
  *touches(event, rows) {
    if (ofProcedure.has(event.type)) yield* procedureTouches(factOfProcedure(event));
    else if (ofPast.has(event.type)) yield { table: 'dossiers', key: [factOfPast(event).data.dossierId] };
    else yield* dossierTouches(factOfDossier(event), rows);
  },
  fold(event, rows) {
    if (ofProcedure.has(event.type)) foldProcedure(factOfProcedure(event), rows);
    else if (ofPast.has(event.type)) foldPast(factOfPast(event), event, rows);
    else foldDossier(factOfDossier(event), event, rows);
  },
};

const factOfProcedure = (event: object): ProcedureEvent => event as ProcedureEvent;
const factOfDossier = (event: object): DossierEvent => event as DossierEvent;
const factOfPast = (event: object): DossierHistoryEvent => event as DossierHistoryEvent;
