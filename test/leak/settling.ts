import type { Role } from '@nocgia/schemas/events/account.ts';
import type { CommandEnv, Decider } from '@nocgia/services/dossiers/command-env.ts';
import { settleDossier } from '@nocgia/services/dossiers/dossier/ending.ts';
import { takeIn, type TakeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { procedureIdOf, publishProcedure } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { content } from '@nocgia/services/dossiers/testing/scene.ts';
import { v7 as uuidv7 } from 'uuid';
import { unknownId, type Asked, type MutationCase, type QueryCase } from './cases.ts';
import type { Place } from './world.ts';

const CODE = '1.000656';
type Run = (name: string, decide: Decider) => Promise<Record<string, string>>;

/** The procedure of a ward whose dossiers write a death into the register. */
export async function publishDeaths(ward: string, env: CommandEnv, run: Run): Promise<void> {
  const steps = content.steps.filter(({ kind }) => kind === 'take' || kind === 'return');
  const deaths = { ...content, name: 'Đăng ký khai tử', settlement: 'death' as const, steps };
  const publish = { ward, code: CODE, validFrom: '2025-07-01', content: deaths, expectedVersion: 0 };
  await run('publishProcedure', publishProcedure(publish, env));
}

/** A dossier of a place that is settled and waits to be written: of a death, which names the head of the place's household by their number. */
export async function settleDeath(place: Place, handedIn: TakeIn, env: CommandEnv, run: Run): Promise<void> {
  const nationalId = place.markers.find(({ text }) => /^\d{12}$/.test(text))?.text ?? '';
  const word = place.street.slice('Duong'.length);
  const answers = { dead_name: `Nguoichet${word}`, dead_id: nationalId, died_on: '2025-12-01' };
  const procedureId = procedureIdOf(place.ward, CODE);
  const { dossierId = '' } = await run('takeIn', takeIn({ ...handedIn, procedureId, answers, handOn: true }, env));
  const result = { resultNumber: `Trichluc${word}`, issuedOn: '2025-12-02', fileId: null };
  await run('settleDossier', settleDossier({ dossierId, expectedVersion: 2, ...result }, env));
  place.settledId = dossierId;
  const texts = [answers.dead_name, result.resultNumber];
  place.markers = [...place.markers, ...texts.map((text) => ({ text, group: 'dossier' as const }))];
}

const keepers = ['civil_status'] as const satisfies readonly Role[];
const on = ({ place }: Asked) => ({
  meta: { commandId: uuidv7() },
  on: { dossierId: place.settledId, expectedVersion: 3 },
});

/** Queries about what a settled dossier writes into the register. */
export const settlingQueries: Record<string, QueryCase> = {
  registerProposal: {
    ask: ({ place }) => [place.settledId, place.dossierId, unknownId, `' or 1=1`].map((dossierId) => ({ dossierId })),
    shows: keepers,
  },
};

/** And the mutations, each of which ends what the other could do: one that is allowed may come second. */
export const settlingMutations: Record<string, MutationCase> = {
  writeRegister: {
    ask: (asked) => ({ ...on(asked), input: { death: { citizenId: unknownId, occurredOn: '2025-12-01' } } }),
    allowed: keepers,
    hindered: true,
  },
  declineRegister: { ask: (asked) => ({ ...on(asked), reason: 'thử' }), allowed: keepers, hindered: true },
};
