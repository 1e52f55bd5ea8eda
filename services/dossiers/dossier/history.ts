import type { DossierEvent } from '@nocgia/schemas/events/dossier.ts';
import type { NoticeEvent } from '@nocgia/schemas/events/notices.ts';
import type { Step } from '@nocgia/schemas/events/procedure.ts';
import type { DossierEntry } from '@nocgia/schemas/generated/resolvers.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import { dueAt } from '../clock/due.ts';

/**
 * The course of a dossier as its page shows it, the newest first. `names`: display names of accounts; `steps`: of its procedure.
 * Texts are those of the dossier's own officers, so whoever may see the dossier may read them.
 */
export function historyOf(
  events: readonly RecordedEvent[],
  names: ReadonlyMap<string, string>,
  steps: readonly Step[],
): DossierEntry[] {
  const stepName = (key: string): string => steps.find((one) => one.key === key)?.name ?? key;
  return events
    .map((event) => {
      const fact = event as { type: string; data: object } as DossierEvent | NoticeEvent;
      const said = saidOf(fact, names, stepName);
      return {
        type: event.type,
        at: fact.data.occurredAt,
        recordedAt: event.recordedAt,
        version: event.version,
        by: names.get(event.context.actor) ?? null,
        ...{ from: null, to: null, note: null, dueOn: null, form: null, printNumber: null },
        ...said,
      };
    })
    .reverse();
}

type Said = Partial<Pick<DossierEntry, 'from' | 'to' | 'note' | 'dueOn' | 'form' | 'printNumber'>>;

/** What a fact says beyond its type: where it went, a note or reason, a day, which paper. */
function saidOf(
  fact: DossierEvent | NoticeEvent,
  names: ReadonlyMap<string, string>,
  stepName: (key: string) => string,
): Said {
  const dueOn = (at: string | null): string | null => at && dueAt(at).day;
  switch (fact.type) {
    case 'DossierTakenIn':
      return { note: fact.data.code, to: stepName(fact.data.step), dueOn: dueOn(fact.data.dueAt) };
    case 'DossierHandedOn':
      return { from: stepName(fact.data.from), to: stepName(fact.data.to), note: fact.data.note ?? null };
    case 'DossierAssigned':
      return { from: stepName(fact.data.step), to: fact.data.accountId && (names.get(fact.data.accountId) ?? null) };
    case 'DossierApproved':
      return { from: stepName(fact.data.step), note: fact.data.note ?? null };
    case 'DossierDeclined':
    case 'DossierStopped':
    case 'DossierRefused':
    case 'DossierWithdrawn':
    case 'FeesPaymentVoided':
    case 'FeesWithdrawn':
    case 'DossierFileSetAside':
    case 'RegisterDeclined':
      return { note: fact.data.reason ?? null };
    case 'DossierExtended':
      return { note: fact.data.reason ?? null, dueOn: dueOn(fact.data.dueAt) };
    case 'DossierReopened':
      return { to: stepName(fact.data.step), note: fact.data.reason ?? null };
    case 'PapersRequested':
      return { note: (fact.data.papers ?? []).map(({ name, wrong }) => `${name}: ${wrong}`).join('; ') || null };
    case 'PapersSupplied':
      return { note: fact.data.note ?? null, dueOn: dueOn(fact.data.dueAt) };
    case 'FeesPaid':
      return { note: `${fact.data.receiptBook}/${fact.data.receiptNumber}`, dueOn: dueOn(fact.data.dueAt) };
    case 'DossierSettled':
      return { note: fact.data.resultNumber ?? null };
    case 'DossierReturned':
      return { note: fact.data.receivedBy ?? null };
    case 'DossierNationalCodeNoted':
      return { note: fact.data.nationalCode };
    case 'DossierFileAdded':
      return { note: fact.data.name ?? null };
    case 'DossierPaperPrinted':
      return { form: fact.data.form, printNumber: fact.data.printNumber };
    case 'DossierSubmitted':
    case 'FeesRequested':
    case 'DossierSigned':
    case 'RegisterWritten':
    case 'DossierNoticesSet':
      return {};
  }
}
