import type {
  Citizen,
  Household,
  PopulationHouseholds,
  PopulationPerson,
} from '@nocgia/schemas/generated/resolvers.ts';
import { batched } from '../../access/batch.ts';
import type { RegistryContext } from '../context.ts';
import { householdById, householdType } from '../household/type.ts';
import { citizenById } from './graphql.ts';
import { survivorsOf } from './merged.ts';
import type { CitizenEntry } from './queries.ts';
import { citizenType } from './type.ts';

/** People behind a figure that are shown: a look at people, one entry for all of the operation. Under the id of a merged record its survivor. */
const shownById = batched(async (context: RegistryContext, ids: string[]): Promise<Map<string, CitizenEntry>> => {
  const shown = new Map<string, CitizenEntry>();
  let open = ids.map((id): [string, string] => [id, id]);
  while (open.length > 0) {
    const found = await Promise.all(open.map(([, id]) => citizenById(context, id)));
    for (const [index, [asked]] of open.entries()) if (found[index]) shown.set(asked, found[index]);
    const missing = open.filter(([asked]) => !shown.has(asked));
    if (missing.length === 0) break;
    const survivors = await survivorsOf(
      context.scope,
      context.db,
      missing.map(([, id]) => id),
    );
    open = missing.flatMap(([asked, id]) => {
      const survivor = survivors.get(id);
      return survivor === undefined ? [] : [[asked, survivor]];
    });
  }
  const citizenIds = [...new Set([...shown.values()].map((entry) => entry.citizen_id))];
  if (citizenIds.length > 0) await context.logAccess({ action: 'list', citizenIds });
  return shown;
});

const household = async (context: RegistryContext, id: string | undefined): Promise<Household | null> => {
  const entry = id === undefined ? undefined : await householdById(context, id);
  return entry ? (householdType(context.scope, entry) as Household) : null;
};

/** Completes the ids that lists behind figures are made of: a figure of the past counts people and households that may be out of reach by now. */
export const behindFigureResolvers = {
  PopulationPerson: {
    citizen: async ({ citizen }: Partial<PopulationPerson>, _: unknown, context: RegistryContext) => {
      const entry = citizen ? await shownById(context, citizen.id) : undefined;
      return entry ? (citizenType(context.scope, entry) as Citizen) : null;
    },
    household: (parent: Partial<PopulationPerson>, _: unknown, context: RegistryContext) =>
      household(context, parent.household?.id),
  },
  PopulationHouseholds: {
    items: ({ items = [] }: Partial<PopulationHouseholds>, _: unknown, context: RegistryContext) =>
      Promise.all(items.map((each) => household(context, each?.id))),
  },
};
