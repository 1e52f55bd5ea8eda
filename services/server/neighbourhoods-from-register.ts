import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { v7 as uuidv7 } from 'uuid';
import { authorityOf, systemAuthority } from '../access/authority.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { derivedId } from '../event-store/derived-id.ts';
import { refuse } from '../event-store/deciding.ts';
import { runCommand } from '../event-store/run-command.ts';
import { checkAgain, importOf } from '../registry/import/commands.ts';
import { importTypes, type ImportGraphDeps } from '../registry/import/graphql.ts';
import { properName, unknownNeighbourhoods } from '../registry/import/neighbourhoods.ts';
import { neighbourhoodKey } from '../registry/import/read-row.ts';
import type { CommandEnv, Decider } from '../territory/command-env.ts';
import { establishMissing } from '../territory/unit/missing-neighbourhoods.ts';
import type { Platform } from './platform.ts';

function establish(ward: string, names: readonly string[], env: CommandEnv): Decider {
  return establishMissing({ ward, names: names.map(properName), keyOf: neighbourhoodKey }, env);
}

/**
 * The neighbourhoods of a ward taken from a register that is being imported: registry knows the names, territory makes the units, and
 * the two meet only here. Whoever asks must be allowed both; a repeat of the same command makes nothing.
 */
export function neighbourhoodResolvers(deps: ImportGraphDeps): {
  Mutation: Pick<NonNullable<Resolvers['Mutation']>, 'establishNeighbourhoods'>;
} {
  return {
    Mutation: {
      async establishNeighbourhoods(_, { meta, importId, names }, context) {
        const { scope } = context;
        const record = await importOf(scope, deps, importId);
        const ward = codeOfUnit(record.ward);
        const env = { may: authorityOf(scope), today: context.today, newId: uuidv7 };
        const denied = env.may('plan', 'Unit', { ward, neighbourhood: null });
        if (denied) throw new RejectionError(denied);
        const listed = new Set(
          (await unknownNeighbourhoods(scope, deps, record)).map(({ name }) => neighbourhoodKey(name)),
        );
        const waiting = (name: string) => listed.has(neighbourhoodKey(name));
        const decide: Decider = async (load) => {
          if (record.state !== 'ready') return refuse('IMPORT_STATE');
          if (names.length === 0 || !names.every(waiting)) return refuse('FIELD_INVALID', 'names');
          return establish(ward, names, env)(load);
        };
        const { position } = await runCommand(context, meta, 'establishNeighbourhoods', { importId, names }, decide);
        await context.settled(position);
        // A repeat finds the names placed already; the check itself waits until the rows know the new units.
        if (names.some(waiting)) await checkAgain(deps, importId);
        const [answer] = await importTypes([await importOf(scope, deps, importId)], deps, context);
        return answer ?? {};
      },
    },
  };
}

/** The same on the command line, where whoever sits at the terminal may; throws RejectionError. */
export async function establishFromFile(
  platform: Platform,
  ward: string,
  importId: string,
  names: readonly string[],
): Promise<void> {
  const env = { may: systemAuthority, today: dayInVietnam(platform.now()), newId: uuidv7 };
  const context = {
    log: platform.log,
    eventContext: () => ({
      actor: 'system',
      unit: ward,
      source: { kind: 'import' as const, id: importId },
      correlation: importId,
    }),
  };
  const commandId = derivedId(importId, 'neighbourhoods');
  await runCommand(context, { commandId }, 'establishNeighbourhoods', { importId, names }, establish(ward, names, env));
}
