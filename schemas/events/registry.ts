import * as account from './account.ts';
import * as citizen from './citizen.ts';
import * as claim from './claim.ts';
import type { EventDefinition } from './define.ts';
import * as dossier from './dossier.ts';
import * as dossierHistory from './dossier-history.ts';
import * as dwelling from './dwelling.ts';
import * as fieldRight from './field-right.ts';
import * as household from './household.ts';
import * as imports from './import.ts';
import * as numbering from './numbering.ts';
import * as notices from './notices.ts';
import * as oneStop from './one-stop.ts';
import * as procedure from './procedure.ts';
import * as rating from './rating.ts';
import * as unit from './unit.ts';

function isDefinition(value: unknown): value is EventDefinition {
  return typeof value === 'object' && value !== null && 'personalFields' in value && 'upcast' in value;
}

/** Every event type there is, by name. A type that is not here cannot be written or read. */
export const eventRegistry: ReadonlyMap<string, EventDefinition> = new Map(
  [
    account,
    citizen,
    claim,
    dossier,
    dossierHistory,
    dwelling,
    fieldRight,
    household,
    imports,
    notices,
    numbering,
    oneStop,
    procedure,
    rating,
    unit,
  ]
    .flatMap((module) => Object.values<unknown>(module))
    .filter(isDefinition)
    .map((definition) => [definition.type, definition]),
);
