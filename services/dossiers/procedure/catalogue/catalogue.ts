import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { authentication, authenticationProcedures } from './authentication.ts';
import { foreignAndJoinedProcedures } from './civil-status-foreign.ts';
import { civilStatus, civilStatusProcedures } from './civil-status.ts';
import { housing, housingProcedures, residence, residenceProcedures } from './residence.ts';
import { contentOf, type Field, type Shipped } from './shape.ts';
import { poverty, povertyProcedures, socialProtection, socialProtectionProcedures } from './social.ts';
import {
  adoption,
  adoptionProcedures,
  construction,
  constructionProcedures,
  householdBusiness,
  householdBusinessProcedures,
  land,
  landProcedures,
  mediation,
  mediationProcedures,
} from './ward-matters.ts';

const fields: readonly (readonly [field: Field, procedures: readonly Shipped[]])[] = [
  [civilStatus, [...civilStatusProcedures, ...foreignAndJoinedProcedures]],
  [authentication, authenticationProcedures],
  [residence, residenceProcedures],
  [housing, housingProcedures],
  [householdBusiness, householdBusinessProcedures],
  [adoption, adoptionProcedures],
  [poverty, povertyProcedures],
  [mediation, mediationProcedures],
  [land, landProcedures],
  [construction, constructionProcedures],
  [socialProtection, socialProtectionProcedures],
];

const contents: ReadonlyMap<string, ProcedureContent> = new Map(
  fields.flatMap(([field, procedures]) => procedures.map((one) => [one.code, contentOf(field, one)] as const)),
);

/** National codes of the procedures that ship, field by field. */
export const shippedCodes: readonly string[] = fields.flatMap(([, procedures]) => procedures.map(({ code }) => code));

/**
 * What ships for a national code; undefined where nothing does. Terms and fees as the national portal showed them in June and July 2026;
 * levels of online service, papers, steps and articles of law are defaults that a ward goes over before it relies on them.
 */
export function shippedContent(code: string): ProcedureContent | undefined {
  return contents.get(code);
}
