import type { Channel, CheckedPaper, Party } from '@nocgia/schemas/events/dossier.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { Block, Paper, Sheet } from '../pdf/paper.ts';
import { qrSvg } from '../pdf/qr.ts';
import { longDay } from './words.ts';

/** What every paper says beside the dossier itself. */
export interface PaperContext {
  /** Full name of the ward, `Phường Phú Thọ`. */
  ward: string;
  /** Place before the date (Decree 30/2020 annex I, II.4), the ward's name without its kind: `Phú Thọ`. */
  place: string;
  desk: { name: string; address: string | null; phone: string | null };
  officer: { name: string; phone: string | null };
  procedure: { code: string; name: string; term: string | null };
  /** Number and symbol of the document, `12/YCBS-TTPVHCC`; null is left to be filled in by hand. */
  number: string | null;
  /** Where the QR leads: the exact version that is printed here. */
  lookup: string;
  /** Which paper this is, at its foot. */
  paperCode: string;
  /** 1 for the first print. */
  print: number;
  now: Date;
}

/** What papers take from a dossier; a row of `view.dossiers` is one. Instants in UTC. */
export interface DossierOnPaper {
  code: string | null;
  national_code: string | null;
  channel: Channel;
  return_by: 'desk' | 'post' | 'online';
  owner: Party | null;
  submitter: Party | null;
  papers: readonly CheckedPaper[];
  received_at: string | null;
  due_at: string | null;
}

/** A personal field of a dossier whose people were erased. */
const ERASED = '(thông tin cá nhân đã xóa)';

export const nameOf = (party: Party | null): string => party?.name ?? ERASED;

/** The own code and, where there is one, the national one (Circular 03/2025 keeps both apart). */
export function codesOf(dossier: DossierOnPaper): string {
  const own = dossier.code ?? dossier.national_code ?? '';
  return dossier.code && dossier.national_code ? `${own} (mã quốc gia: ${dossier.national_code})` : own;
}

/** A phone number that no line tears. */
const whole = (phone: string): string => phone.replaceAll(' ', '\u00a0');

/**
 * The head of a paper of the one-stop desk (`desk`) or of the People's Committee itself; no district line since 1 July 2025. The QR opens
 * the version that is printed.
 */
export function headOf(
  context: PaperContext,
  from: 'desk' | 'committee',
  { number = null, reference }: { number?: string | null; reference?: string },
): Block {
  const ward = context.ward.toLocaleUpperCase('vi');
  const { desk } = context;
  const phone = desk.phone === null ? '' : ` Điện thoại: ${whole(desk.phone)}.`;
  return {
    kind: 'head',
    agency:
      from === 'desk'
        ? [
            { text: `ỦY BAN NHÂN DÂN ${ward}`, bold: false },
            { text: desk.name.toLocaleUpperCase('vi'), bold: true },
          ]
        : [
            { text: 'ỦY BAN NHÂN DÂN', bold: true },
            { text: ward, bold: true },
          ],
    number,
    place: `${context.place}, ${longDay(dayInVietnam(context.now))}`,
    ...(reference === undefined ? {} : { reference }),
    qr: { svg: qrSvg(context.lookup), address: context.lookup, caption: `Quét mã để tra cứu.${phone}` },
  };
}

/** The desk with the ward that it is of, which some wards have in the desk's very name. */
export function deskOf({ desk, ward }: PaperContext): string {
  return desk.name.toLocaleLowerCase('vi').includes(ward.toLocaleLowerCase('vi')) ? desk.name : `${desk.name} ${ward}`;
}

/** The line of the number: given, or left open. */
export const numberLine = (context: PaperContext): string => `Số: ${context.number ?? '……/……'}`;

/** A field that stands only where there is something to say. */
export function fieldIf(label: string, value: string | null | undefined): Block[] {
  return value ? [{ kind: 'field', label, value }] : [];
}

/** Where somebody is found: address, phone, email, as far as they gave them. */
export function contactFields(party: Party | null): Block[] {
  const reached = [party?.phone ? whole(party.phone) : null, party?.email ? `Email: ${party.email}` : null].filter(
    (one) => one !== null,
  );
  return [
    ...fieldIf('Địa chỉ', party?.address),
    ...(party?.phone ? fieldIf('Số điện thoại', reached.join('; ')) : fieldIf('Email', party?.email)),
  ];
}

/** Whom to turn to with questions about a paper. */
export function contactOf({ officer, desk }: PaperContext): string {
  const phone = officer.phone ?? desk.phone;
  return phone === null ? officer.name : `${officer.name}, số điện thoại ${whole(phone)}`;
}

/** A paper with its foot filled in from the context. */
export function paperOf(context: PaperContext, sheet: Sheet, title: string, blocks: readonly Block[]): Paper {
  return { sheet, title, code: context.paperCode, print: context.print, at: context.now, blocks };
}
