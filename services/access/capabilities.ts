import { mayEver, type Action, type SubjectName } from './ability.ts';
import type { FieldGroup, Scope } from './scope.ts';

type Need = readonly [Action, SubjectName, FieldGroup?];

/**
 * What each mutation and page of the API needs at the least. It decides what the pages offer; whether something may be done is decided
 * again by the command itself, at the place and in the state of that moment. Those not listed are for everybody who is signed in.
 */
export const needs: Readonly<Record<string, Need>> = {
  citizens: ['read', 'Citizen'],
  search: ['read', 'Citizen'],
  dwellings: ['read', 'Dwelling'],
  whoLooked: ['read', 'AccessLog'],
  accounts: ['read', 'Account'],
  imports: ['read', 'Import'],
  system: ['read', 'System'],
  registerCitizen: ['write', 'Citizen', 'identity'],
  changeCitizen: ['write', 'Citizen'],
  formHousehold: ['write', 'Household'],
  changeHousehold: ['write', 'Household'],
  moveHousehold: ['write', 'Household'],
  dissolveHousehold: ['write', 'Household'],
  joinHousehold: ['write', 'Citizen', 'residence'],
  leaveHousehold: ['write', 'Citizen', 'residence'],
  correctResidence: ['write', 'Citizen', 'residence'],
  changeHead: ['write', 'Citizen', 'residence'],
  recordDeath: ['write', 'Citizen', 'residence'],
  registerBirth: ['write', 'Citizen', 'identity'],
  arriveByNationalId: ['write', 'Citizen', 'residence'],
  renewResidence: ['write', 'Citizen', 'residence'],
  startAbsence: ['write', 'Citizen', 'residence'],
  endAbsence: ['write', 'Citizen', 'residence'],
  recordMarriage: ['write', 'Citizen', 'identity'],
  endMarriage: ['write', 'Citizen', 'identity'],
  grantPolicyStatus: ['write', 'Citizen', 'policyStatus'],
  endPolicyStatus: ['write', 'Citizen', 'policyStatus'],
  recordEid: ['write', 'Citizen', 'identity'],
  unmatchedMoves: ['read', 'Citizen', 'residence'],
  duplicates: ['write', 'Citizen', 'identity'],
  mergeCitizens: ['write', 'Citizen', 'identity'],
  unmergeCitizens: ['write', 'Citizen', 'identity'],
  splitHousehold: ['write', 'Household'],
  joinHouseholds: ['write', 'Household'],
  grantHouseholdStatus: ['write', 'Citizen', 'policyStatus'],
  endHouseholdStatus: ['write', 'Citizen', 'policyStatus'],
  confirmDwelling: ['propose', 'Citizen', 'residence'],
  registerDwelling: ['write', 'Dwelling'],
  correctDwelling: ['write', 'Dwelling'],
  placeDwellings: ['write', 'Dwelling'],
  planBoundaryChange: ['plan', 'Unit'],
  cancelBoundaryChange: ['plan', 'Unit'],
  establishNeighbourhoods: ['plan', 'Unit'],
  checkImport: ['import', 'Import'],
  commitImport: ['import', 'Import'],
  cancelImport: ['import', 'Import'],
  withdrawImport: ['import', 'Import'],
  confirmDifferences: ['import', 'Import'],
  decideLikely: ['import', 'Import'],
  saveImportTemplate: ['import', 'Import'],
  applyImportTemplate: ['import', 'Import'],
  deleteImportTemplate: ['import', 'Import'],
  fieldTable: ['manage', 'Account'],
  narrowField: ['manage', 'Account'],
  restoreField: ['manage', 'Account'],
  openAccount: ['manage', 'Account'],
  renameAccount: ['manage', 'Account'],
  closeAccount: ['manage', 'Account'],
  grantPosition: ['manage', 'Account'],
  endPosition: ['manage', 'Account'],
  resetPassword: ['manage', 'Account'],
  revealField: ['reveal', 'Citizen'],
};

/** Names of the pages and mutations that the reader's position has something to do with, and `population` when it may read figures. */
export function capabilitiesOf(scope: Scope): string[] {
  const may = Object.entries(needs).flatMap(([name, [action, subject, group]]) =>
    mayEver(scope, action, subject, group) ? [name] : [],
  );
  return scope.aggregates.length > 0 ? [...may, 'population'] : may;
}
