import { RejectionError } from '@nocgia/schemas/errors.ts';
import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { PaperForm, Party } from '@nocgia/schemas/events/dossier.ts';
import { displayNames } from '../../access/account/queries.ts';
import { isId } from '../../access/paging.ts';
import type { Scope } from '../../access/scope.ts';
import type { DossierContext } from '../../dossiers/context.ts';
import { dossierStream } from '../../dossiers/dossier/dossier-state.ts';
import type { DossierEntry } from '../../dossiers/dossier/queries.ts';
import { rowAt } from '../../dossiers/dossier/row-at.ts';
import type { DossierRow } from '../../dossiers/dossier/rows.ts';
import { partyType } from '../../dossiers/dossier/type.ts';
import { oneStopOf, oneStopStream } from '../../dossiers/one-stop/one-stop.ts';
import { procedureOf, procedureStream, versionNumbered } from '../../dossiers/procedure/procedure.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { DossierOnPaper, PaperContext } from '../../papers/forms/context.ts';
import { termText } from '../../papers/forms/words.ts';
import type { Paper } from '../../papers/pdf/paper.ts';
import { unitOf, unitStream } from '../../territory/unit/unit.ts';
import { paperFor } from './forms.ts';

/** How a paper is called at its foot. */
const marks: Readonly<Record<PaperForm, string>> = {
  ...{ m01: 'M01', m02: 'M02', m03: 'M03', m04: 'M04', m05: 'M05', m06: 'M06' },
  ...{ handover: 'Phiếu bàn giao', receipt_note: 'Biên nhận', fee_notice: 'Thông báo phí', fee_receipt: 'Biên lai' },
};

/** The name of a ward without its kind: the place before a date (Decree 30/2020/NĐ-CP, annex I, II.4). */
export const placeOf = (ward: string): string => ward.replace(/^(Phường|Xã|Đặc khu|Thị trấn) /, '');

/**
 * A paper of a dossier as it was printed: of the version then, with the desk's settings and the ward's name of then. People's fields are
 * masked as the reader's rights mask them on the dossier's page. `origin`: where the QR leads. PAPER_UNKNOWN where there is none.
 */
export async function dossierPaper(
  { scope, db, log }: Pick<DossierContext, 'scope' | 'db' | 'log'>,
  entry: DossierEntry,
  { paperId, origin }: { paperId: string; origin: string },
): Promise<Paper> {
  const ward = codeOfUnit(entry.ward);
  const streams = {
    dossier: dossierStream(entry.dossier_id),
    procedure: procedureStream(entry.procedure_id),
    desk: oneStopStream(ward),
    unit: unitStream(ward),
  };
  const read = await log.readStreams(Object.values(streams));
  const events = read.get(streams.dossier) ?? [];
  const print = entry.prints.find((one) => one.paperId === paperId);
  const printed = events.find((one) => 'paperId' in one.data && one.data.paperId === paperId);
  if (!print || !printed) throw new RejectionError({ code: 'PAPER_UNKNOWN' });
  const until = (stream: string): RecordedEvent[] =>
    (read.get(stream) ?? []).filter(({ position }) => position <= printed.position);
  const procedure = procedureOf(until(streams.procedure));
  const content = procedure && versionNumbered(procedure, entry.procedure_version)?.content;
  const settings = oneStopOf(until(streams.desk));
  const shown = events.filter(({ version }) => version <= print.ofVersion);
  const row = content && rowAt(shown, content);
  if (!row || !settings) throw new RejectionError({ code: 'PAPER_UNKNOWN' });
  const names = await displayNames(db, accountsOf([...shown, printed]));
  const name = unitOf(until(streams.unit)).name;
  const context: PaperContext = {
    ward: name,
    place: placeOf(name),
    desk: { name: settings.deskName, address: settings.address, phone: settings.phone },
    officer: { name: names.get(printed.context.actor) ?? '', phone: null },
    procedure: { code: procedure.code, name: content.name, term: termText(content.term) },
    number: null,
    lookup: lookupOf(origin, row, paperId),
    paperCode: [marks[print.form], row.code, paperId.slice(-12).toUpperCase()].filter(Boolean).join(' · '),
    print: print.printNumber,
    now: new Date(print.at),
  };
  return paperFor({
    ...{ print, row, events: shown, content, context, account: settings.bankAccount },
    rate: rateOf(origin, ward, row),
    onPaper: onPaper(scope, row),
    nameOf: (account) => names.get(account) ?? null,
  });
}

/** Who is named by an account in a dossier's facts. */
function accountsOf(events: readonly RecordedEvent[]): string[] {
  const named = events.flatMap(({ context, data }) => [
    context.actor,
    ...('accountId' in data && typeof data.accountId === 'string' ? [data.accountId] : []),
  ]);
  return [...new Set(named)].filter(isId);
}

/** Where the code on a paper leads: to its dossier, and there to the version that was printed. */
function lookupOf(origin: string, { code }: Pick<DossierRow, 'code'>, paperId: string): string {
  const address = new URL('/follow', origin);
  if (code !== null) address.searchParams.set('code', code);
  address.searchParams.set('paper', paperId);
  return address.href;
}

/** Where a dossier is rated by whoever knows the phone behind it. */
function rateOf(origin: string, ward: string, { code }: Pick<DossierRow, 'code'>): string | null {
  if (code === null) return null;
  const address = new URL('/rate', origin);
  address.searchParams.set('ward', ward);
  address.searchParams.set('code', code);
  return address.href;
}

function onPaper(scope: Scope, row: DossierRow): DossierOnPaper {
  return { ...row, owner: maskedParty(scope, row.owner), submitter: maskedParty(scope, row.submitter) };
}

function maskedParty(scope: Scope, party: Party | null): Party | null {
  const shown = partyType(scope, party);
  if (!party || !shown) return null;
  const { name, nationalId = null, birth = null, phone = null, email = null, address = null } = shown;
  return { kind: party.kind, name, nationalId, birth, phone, email, address };
}
