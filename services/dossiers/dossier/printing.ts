import { dossierPaperPrinted, type PaperForm } from '@nocgia/schemas/events/dossier.ts';
import { accept, refuse } from '../../event-store/deciding.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { loadAsItStands, single } from './dossier.ts';
import { rowAt } from './row-at.ts';
import type { DossierRow } from './rows.ts';

/** A paper, and the request for papers or fees that it is about. */
export interface PaperOf {
  form: PaperForm;
  requestId: string | null;
}

type Printed = Pick<DossierRow, 'code' | 'requests' | 'fees' | 'extensions' | 'ending' | 'returned'>;

/** The papers that a dossier has come to: forms 01 to 06 of Circular 03/2025/TT-VPCP, hand-over note and receipts. */
export function printable({ code, requests, fees, extensions, ending, returned }: Printed): PaperOf[] {
  const alone = (form: PaperForm, when: boolean): PaperOf[] => (when ? [{ form, requestId: null }] : []);
  return [
    ...alone('m01', code !== null),
    ...requests.map(({ requestId }) => ({ form: 'm02' as const, requestId })),
    ...alone('m03', ending?.kind === 'declined' || ending?.kind === 'refused'),
    ...alone(
      'm04',
      extensions.some(({ cause }) => cause === 'apology'),
    ),
    ...alone('m05', ending?.kind === 'stopped'),
    ...alone('m06', code !== null),
    ...alone('handover', ending?.kind === 'settled'),
    ...alone('receipt_note', returned !== null),
    // A dossier without fee asks for nothing to be brought.
    ...fees.flatMap(({ requestId, receipt, total }): PaperOf[] => {
      if (receipt) return [{ form: 'fee_receipt', requestId }];
      return total > 0 ? [{ form: 'fee_notice', requestId }] : [];
    }),
  ];
}

/**
 * Prints a paper of a dossier as it stands: a fact, so that the paper can be opened again as it was, and the next print of the same version
 * says that it is one. Answers `paperId`. PAPER_NOT_YET where the dossier has not come to it.
 */
export function printPaper(input: PaperOf & { dossierId: string }, env: CommandEnv): Decider {
  return async (load) => {
    const loaded = await loadAsItStands(input.dossierId, env, load);
    if (!loaded.ok) return loaded;
    const { found } = loaded;
    const { form, requestId } = input;
    const same = (one: PaperOf): boolean => one.form === form && one.requestId === requestId;
    const row = rowAt(found.events, found.procedure.content);
    if (!row || !printable(row).some(same)) return refuse('PAPER_NOT_YET', 'form');
    // Prints change nothing of what a paper shows: the version is that of the latest other fact.
    const ofVersion = found.events.findLast(({ type }) => type !== 'DossierPaperPrinted')?.version ?? 1;
    const printNumber = 1 + row.prints.filter((one) => same(one) && one.ofVersion === ofVersion).length;
    const paperId = env.newId();
    const decided = single(dossierPaperPrinted, found, env, null, { paperId, form, requestId, printNumber, ofVersion });
    return decided.ok ? accept(decided.decision.writes, { paperId }) : decided;
  };
}
