import type { Term as TermEvent } from '@nocgia/schemas/events/clock.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import type { Procedure, ProcedureInput, Term, TermInput } from '@nocgia/schemas/generated/resolvers.ts';
import { cutOf, type ProcedureEntry } from './queries.ts';

/** A term for the API. */
export function termType(term: TermEvent | null): Term | null {
  return term && { unit: term.unit, amount: term.unit === 'same_day' ? null : term.amount };
}

/** A term as events carry it; a unit that wants a number without one is left for the schema to refuse. */
function termOf(term: TermInput | null | undefined): unknown {
  if (!term) return null;
  return term.unit === 'same_day' ? { unit: term.unit } : { unit: term.unit, amount: term.amount };
}

/** A version of a procedure for the API; its history is completed from its id. */
export function procedureType(entry: ProcedureEntry): Omit<Procedure, 'versions'> {
  const { content } = entry;
  return {
    id: entry.procedure_id,
    code: entry.code,
    version: entry.version,
    validFrom: entry.valid_from,
    endedOn: entry.ended_on,
    ...content,
    matter: content.matter,
    term: termType(content.term),
    cut: cutOf(entry.former_term, content.term),
    fees: [...content.fees],
    papers: [...content.papers],
    steps: content.steps.map((step) => ({ ...step, term: termType(step.term) })),
  };
}

const text = (value: string | null | undefined): string | null => value?.trim() || null;

/** The content that a form gives, in the order of the schema, not yet checked. */
export function contentOf(input: ProcedureInput): ProcedureContent {
  const content = {
    name: input.name,
    matter: input.matter,
    fieldName: input.fieldName,
    onlineLevel: input.onlineLevel,
    partialReason: text(input.partialReason),
    formerLevel: input.formerLevel ?? null,
    proactiveLevel: input.proactiveLevel,
    term: termOf(input.term),
    cutoff: input.cutoff,
    fees: input.fees.map(({ key, name, amount, per, amountFromThird, most, channel, ...rest }) => ({
      ...{ key, name, amount, per, amountFromThird: amountFromThird ?? null, most: most ?? null, channel },
      ...{ validFrom: rest.validFrom ?? null, validTo: rest.validTo ?? null },
      discounts: rest.discounts.map(({ key: own, reason, percent }) => ({ key: own, reason, percent })),
      legalBasis: text(rest.legalBasis),
    })),
    papers: input.papers.map(({ key, name, form, copies, required, fromRegister }) => ({
      ...{ key, name, form, copies, required, fromRegister: fromRegister ?? null },
    })),
    resultName: text(input.resultName),
    resultCode: text(input.resultCode),
    legalBasis: text(input.legalBasis),
    decision: text(input.decision),
    onTheSpot: input.onTheSpot,
    competence: input.competence,
    steps: input.steps.map(({ key, name, kind, roles, term }) => ({ key, name, kind, roles, term: termOf(term) })),
    settlement: input.settlement ?? null,
  };
  // The command checks it against the schema of the event before anything is decided.
  return content as ProcedureContent;
}
