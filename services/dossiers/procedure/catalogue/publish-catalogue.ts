import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { derivedId } from '../../../event-store/derived-id.ts';
import { runCommand } from '../../../event-store/run-command.ts';
import type { Log } from '../../../event-store/log.ts';
import type { EventContext } from '../../../event-store/port.ts';
import type { CommandEnv } from '../../command-env.ts';
import {
  procedureIdOf,
  procedureOf,
  procedureStream,
  publishProcedure,
  same,
  type ProcedureState,
} from '../procedure.ts';
import { shippedCodes, shippedContent } from './catalogue.ts';
import type { Proposal, TermAsked } from './read-csv.ts';

/** What is to be published for a code, given what the ward has; null = what stands is left alone. */
export type Wish = { code: string; contentFor(standing: ProcedureContent | null): ProcedureContent | null };

/** Codes by what became (or would become) of them, and each procedure's content as it stands afterwards; what the ward ended is left out. */
export interface CatalogueReport {
  new: string[];
  changed: string[];
  unchanged: string[];
  standing: ReadonlyMap<string, ProcedureContent>;
}

/** The procedures that ship, as a catalogue would propose them. */
export function shippedProposals(): Proposal[] {
  return shippedCodes.flatMap((code, index) => {
    const content = shippedContent(code);
    if (!content) return [];
    const termAsked = content.term === null ? ({ why: 'none', number: null } as const) : null;
    return [{ row: index + 1, code, content, termAsked, feesAsked: [] }];
  });
}

/** A procedure that ships is published where the ward has none of its code; what it has stays as it is. */
export function shippedWish({ code, content }: Proposal): Wish {
  return { code, contentFor: (standing) => (standing === null ? content : null) };
}

/**
 * A row of a catalogue against what stands. A ward's own work is never undone: a version that names the row's decision already is left
 * alone, and of an older one the new decision changes name, field, result and the term if it is known; fees only where there were none
 * and the row asks nothing about them.
 */
export function wishOf({ code, content, feesAsked }: Proposal): Wish {
  return {
    code,
    contentFor(standing) {
      if (standing === null) return content;
      if (standing.decision === content.decision) return null;
      const { name, fieldName, resultName, resultCode, decision } = content;
      const fees = standing.fees.length > 0 || feesAsked.length > 0 ? standing.fees : content.fees;
      const told = {
        name,
        fieldName,
        resultName: resultName ?? standing.resultName,
        resultCode: resultCode ?? standing.resultCode,
      };
      return { ...standing, ...told, decision, fees, term: content.term ?? standing.term };
    },
  };
}

/** What a ward has to be asked about a procedure, because neither the catalogue nor the ward has said it. */
export interface Asked {
  code: string;
  name: string;
  term: TermAsked | null;
  /** What the catalogue says of fees that is no plain amount. */
  fees: readonly string[];
}

/** What is to be asked once a catalogue is taken in: of the ward's own procedures only, and not what it has settled since. */
export function askedOf(proposals: readonly Proposal[], standing: ReadonlyMap<string, ProcedureContent>): Asked[] {
  return proposals.flatMap(({ code, termAsked, feesAsked }) => {
    const content = standing.get(code);
    if (!content || content.competence !== 'ward') return [];
    const term = content.term === null ? termAsked : null;
    const fees = content.fees.length === 0 ? feesAsked : [];
    return term === null && fees.length === 0 ? [] : [{ code, name: content.name, term, fees }];
  });
}

export interface PublishCatalogue {
  ward: string;
  /** The first day on which dossiers are taken by what is published. */
  validFrom: string;
  /** Only says what would be done. */
  dryRun: boolean;
}

/** The newest version of each procedure, by code; procedures that the ward ended are not begun again. */
async function standingOf(log: Log, ward: string, wishes: readonly Wish[]): Promise<Map<string, ProcedureState>> {
  const stream = (code: string): string => procedureStream(procedureIdOf(ward, code));
  const read = await log.readStreams(wishes.map(({ code }) => stream(code)));
  return new Map(
    wishes.flatMap(({ code }): [string, ProcedureState][] => {
      const state = procedureOf(read.get(stream(code)));
      return state ? [[code, state]] : [];
    }),
  );
}

/**
 * Publishes what a catalogue wishes for a ward, a command per procedure. The id of each command follows from ward, code, content and the
 * version before it, so that a run that broke off goes on, and a second one adds nothing. Throws a RejectionError.
 */
export async function publishCatalogue(
  context: { log: Log; eventContext(): EventContext; env: CommandEnv },
  asked: PublishCatalogue,
  wishes: readonly Wish[],
): Promise<CatalogueReport> {
  const { ward, validFrom, dryRun } = asked;
  const after = new Map<string, ProcedureContent>();
  const report: CatalogueReport = { new: [], changed: [], unchanged: [], standing: after };
  const standing = await standingOf(context.log, ward, wishes);
  for (const { code, contentFor } of wishes) {
    const state = standing.get(code);
    const newest = state?.versions.at(-1);
    const content = state?.endedOn ? null : contentFor(newest?.content ?? null);
    const stands = content ?? newest?.content;
    if (stands && !state?.endedOn) after.set(code, stands);
    if (content === null || (newest && same(newest.content, content))) {
      report.unchanged.push(code);
      continue;
    }
    const expectedVersion = newest?.version ?? 0;
    if (!dryRun) {
      const input = { ward, code, validFrom, content, expectedVersion };
      const commandId = derivedId('catalogue', ward, code, expectedVersion, JSON.stringify([validFrom, content]));
      await runCommand(context, { commandId }, 'publishProcedure', input, publishProcedure(input, context.env));
    }
    report[newest ? 'changed' : 'new'].push(code);
  }
  return report;
}
