import type { MutationResolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { knownId } from '../../../access/paging.ts';
import { resultText, runCommand } from '../../../event-store/run-command.ts';
import type { Decider } from '../../command-env.ts';
import { commandEnv, type RegistryContext } from '../../context.ts';
import { evidenceOf } from '@nocgia/schemas/events/evidence.ts';
import { detailsOf } from '../graphql.ts';
import { addressing } from '../merge.ts';
import { withNumber } from '../number-in-use.ts';
import { endAbsence, startAbsence } from './absence.ts';
import { arriveByNationalId } from './arrival.ts';
import { registerBirth } from './birth.ts';
import { recordEid } from './eid.ts';
import { endMarriage, recordMarriage } from './marriage.ts';
import { endPolicyStatus, grantPolicyStatus } from './policy.ts';
import { renewResidence } from './renewal.ts';

/** Runs a command that makes or finds a citizen; answers who it was. */
async function citizenCommand(
  context: RegistryContext,
  meta: { commandId: string },
  name: string,
  payload: unknown,
  decide: Decider,
) {
  const { position, result } = await runCommand(context, meta, name, payload, decide);
  return { position, citizenId: resultText(result, 'citizenId') };
}

export const lifeMutations = {
  registerBirth: async (_, { meta, input }, context) => {
    const { details, motherId, fatherId, householdId, relation, apart } = input;
    const child = {
      ...{ householdId: knownId(householdId), relation, apart: apart ?? false },
      ...{ motherId: motherId ? knownId(motherId) : null, fatherId: fatherId ? knownId(fatherId) : null },
      ...{ details: detailsOf(details), evidence: evidenceOf(input.evidence) },
    };
    const decide = registerBirth(child, commandEnv(context));
    return withNumber(context, details.nationalId, () => citizenCommand(context, meta, 'registerBirth', input, decide));
  },
  arriveByNationalId: async (_, { meta, input }, context) => {
    const { evidence, until = null, ...rest } = input;
    const arrival = { ...rest, householdId: knownId(input.householdId), until, evidence: evidenceOf(evidence) };
    const decide = arriveByNationalId(arrival, commandEnv(context));
    return withNumber(context, input.nationalId, () =>
      citizenCommand(context, meta, 'arriveByNationalId', input, decide),
    );
  },
  renewResidence: async (_, { meta, input }, context) => {
    const renewal = { ...input, citizenId: knownId(input.citizenId), evidence: evidenceOf(input.evidence) };
    const decide = addressing(renewResidence)(renewal, commandEnv(context));
    return runCommand(context, meta, 'renewResidence', input, decide);
  },
  startAbsence: async (_, { meta, input }, context) => {
    const { citizenId, until = null, destination, reason, evidence, ...rest } = input;
    const absence = {
      ...{ ...rest, citizenId: knownId(citizenId), until, evidence: evidenceOf(evidence) },
      ...{ destination: destination || null, reason: reason || null },
    };
    const decide = addressing(startAbsence)(absence, commandEnv(context));
    return runCommand(context, meta, 'startAbsence', input, decide);
  },
  endAbsence: async (_, { meta, evidence, ...args }, context) => {
    const input = { ...args, citizenId: knownId(args.citizenId), evidence: evidenceOf(evidence) };
    return runCommand(context, meta, 'endAbsence', input, addressing(endAbsence)(input, commandEnv(context)));
  },
  recordMarriage: async (_, { meta, input }, context) => {
    const { citizenId, spouseId, spouseName, occurredOn, evidence } = input;
    const marriage = {
      ...{ citizenId: knownId(citizenId), occurredOn, evidence: evidenceOf(evidence) },
      ...{ spouseId: spouseId ? knownId(spouseId) : null, spouseName: spouseName || null },
    };
    const decide = addressing(recordMarriage)(marriage, commandEnv(context));
    return runCommand(context, meta, 'recordMarriage', input, decide);
  },
  endMarriage: async (_, { meta, evidence, ...args }, context) => {
    const input = { ...args, citizenId: knownId(args.citizenId), evidence: evidenceOf(evidence) };
    return runCommand(context, meta, 'endMarriage', input, addressing(endMarriage)(input, commandEnv(context)));
  },
  grantPolicyStatus: async (_, { meta, input }, context) => {
    const { citizenId, until = null, evidence, ...rest } = input;
    const status = { ...rest, citizenId: knownId(citizenId), until, evidence: evidenceOf(evidence) };
    const decide = addressing(grantPolicyStatus)(status, commandEnv(context));
    return runCommand(context, meta, 'grantPolicyStatus', input, decide);
  },
  endPolicyStatus: async (_, { meta, evidence, ...args }, context) => {
    const input = { ...args, citizenId: knownId(args.citizenId), evidence: evidenceOf(evidence) };
    const decide = addressing(endPolicyStatus)(input, commandEnv(context));
    return runCommand(context, meta, 'endPolicyStatus', input, decide);
  },
  recordEid: async (_, { meta, evidence, ...args }, context) => {
    const input = { ...args, citizenId: knownId(args.citizenId), evidence: evidenceOf(evidence) };
    return runCommand(context, meta, 'recordEid', input, addressing(recordEid)(input, commandEnv(context)));
  },
} satisfies MutationResolvers;
