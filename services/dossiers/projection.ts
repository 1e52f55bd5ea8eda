import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { ProcedureEvent } from '@nocgia/schemas/events/procedure.ts';
import type { Projection } from '../projection/projection.ts';
import { dossierTouches, dossierTypes, foldDossier } from './dossier/projection.ts';
import { dossiersTable } from './dossier/rows.ts';
import {
  foldProcedure,
  proceduresTable,
  procedureTouches,
  procedureTypes,
  procedureVersionsTable,
} from './procedure/projection.ts';

const ofProcedure = new Set(procedureTypes);

/** Procedures with their versions, and dossiers: one projection, since a dossier's steps are those of its version. */
export const dossiersProjection: Projection = {
  name: 'dossiers',
  version: 5,
  tables: [proceduresTable, procedureVersionsTable, dossiersTable],
  handles: [...procedureTypes, ...dossierTypes],
  *touches(event, rows) {
    if (ofProcedure.has(event.type)) yield* procedureTouches(factOfProcedure(event));
    else yield* dossierTouches(factOfDossier(event), rows);
  },
  fold(event, rows) {
    if (ofProcedure.has(event.type)) foldProcedure(factOfProcedure(event), rows);
    else foldDossier(factOfDossier(event), event, rows);
  },
};

const factOfProcedure = (event: object): ProcedureEvent => event as ProcedureEvent;
const factOfDossier = (event: object): DossierEvent => event as DossierEvent;
