import { RejectionError } from '@nocgia/schemas/errors.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { RegisterInput } from '@nocgia/schemas/generated/resolvers.ts';
import { correctable } from '@nocgia/schemas/settlement/asked-fields.ts';
import { knownId } from '../../access/paging.ts';
import type { Json } from '../../event-store/port.ts';
import { changeCitizen } from '../../registry/citizen/change.ts';
import { detailsOf } from '../../registry/citizen/graphql.ts';
import { addressing } from '../../registry/citizen/merge.ts';
import { registerBirth } from '../../registry/citizen/life/birth.ts';
import { recordDeath } from '../../registry/citizen/life/death.ts';
import { endMarriage, recordMarriage } from '../../registry/citizen/life/marriage.ts';
import type { CommandEnv, Decider } from '../../registry/command-env.ts';
import { endHouseholdStatus, grantHouseholdStatus } from '../../registry/household/status.ts';

/** A command of the registry as a dossier gives it. */
export interface RegistryAct {
  /** What of a settlement it writes. */
  kind: SettlementKind;
  decide: Decider;
  /** Whom and which household it is about, once it is done; of a birth the child. */
  about(result: Json): { citizenId: string | null; householdId: string | null };
  /** A national id that it says, and whom a clash of fields would be about. */
  nationalId: string | null;
  citizenId: string | null;
}

const correctableFields = new Set<string>(correctable.map(({ code }) => code));

/** The one command that an input holds; REGISTER_OTHER where it holds none, several, or one that no dossier writes. */
export function registryAct(input: RegisterInput, env: CommandEnv): RegistryAct {
  const given = Object.values(input).filter((one) => one !== null && one !== undefined);
  if (given.length !== 1) throw new RejectionError({ code: 'REGISTER_OTHER' });
  const { birth, death, marriage, marriageEnd, change, householdStatus, householdStatusEnd } = input;
  if (birth) {
    const { householdId, motherId, fatherId, details, relation, evidence, apart } = birth;
    const child = {
      ...{ householdId: knownId(householdId), relation, details: detailsOf(details), evidence: evidenceOf(evidence) },
      ...{ motherId: motherId ? knownId(motherId) : null, fatherId: fatherId ? knownId(fatherId) : null },
      apart: apart ?? false,
    };
    return {
      ...{ kind: 'birth', decide: registerBirth(child, env), citizenId: null },
      nationalId: details.nationalId ?? null,
      about: (result) => ({ citizenId: textOf(result, 'citizenId'), householdId: child.householdId }),
    };
  }
  if (death) return ofCitizen('death', addressing(recordDeath)(personal(death), env), death);
  if (marriage) {
    const { spouseId, spouseName } = marriage;
    const couple = { spouseId: spouseId ? knownId(spouseId) : null, spouseName: spouseName?.trim() || null };
    return ofCitizen('marriage', addressing(recordMarriage)({ ...personal(marriage), ...couple }, env), marriage);
  }
  if (marriageEnd) {
    const { marriageId, cause } = marriageEnd;
    const end = { ...personal(marriageEnd), marriageId: knownId(marriageId), cause };
    return ofCitizen('marital_status', addressing(endMarriage)(end, env), marriageEnd);
  }
  if (change) {
    const { nature } = change;
    const changes = change.changes.map(({ field, shown = null, value = null }) => ({ field, shown, value }));
    const kind = kindOfChange(changes.map(({ field }) => field));
    return ofCitizen(
      kind,
      addressing(changeCitizen)({ ...personal(change), nature, reason: null, changes }, env),
      change,
    );
  }
  if (householdStatus) {
    const { status, occurredOn, until = null, evidence } = householdStatus;
    const householdId = knownId(householdStatus.householdId);
    const grant = { householdId, status, occurredOn, until, evidence: evidenceOf(evidence) };
    return ofHousehold(householdId, grantHouseholdStatus(grant, env));
  }
  if (householdStatusEnd) {
    const { statusId, occurredOn, evidence } = householdStatusEnd;
    const householdId = knownId(householdStatusEnd.householdId);
    const end = { householdId, statusId, cause: 'ended', occurredOn, evidence: evidenceOf(evidence) };
    return ofHousehold(householdId, endHouseholdStatus(end, env));
  }
  throw new RejectionError({ code: 'REGISTER_OTHER' });
}

/** A certificate of marital status says that status and nothing else; a correction, fields of the civil status. */
function kindOfChange(fields: readonly string[]): SettlementKind {
  if (fields.length > 0 && fields.every((one) => one === 'maritalStatus')) return 'marital_status';
  if (fields.length > 0 && fields.every((one) => correctableFields.has(one))) return 'civil_correction';
  throw new RejectionError({ code: 'REGISTER_OTHER', field: 'changes' });
}

function personal({ citizenId, occurredOn, evidence }: Parameters<typeof ofCitizen>[2]) {
  return { citizenId: knownId(citizenId), occurredOn, evidence: evidenceOf(evidence) };
}

function ofCitizen(
  kind: SettlementKind,
  decide: Decider,
  { citizenId }: { citizenId: string; occurredOn: string; evidence?: Parameters<typeof evidenceOf>[0] },
): RegistryAct {
  return { kind, decide, citizenId, nationalId: null, about: () => ({ citizenId, householdId: null }) };
}

function ofHousehold(householdId: string, decide: Decider): RegistryAct {
  const about = () => ({ citizenId: null, householdId });
  return { kind: 'household_status', decide, citizenId: null, nationalId: null, about };
}

function textOf(result: Json, name: string): string | null {
  const value = typeof result === 'object' && result !== null && !Array.isArray(result) ? result[name] : null;
  return typeof value === 'string' ? value : null;
}
