/** A piece of a line; what is not said is upright and regular. */
export type Run = string | { readonly text: string; readonly bold?: true; readonly italic?: true };
export type Text = string | readonly Run[];

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Column {
  heading: string;
  /** Share of the width that the other columns leave, or millimetres. */
  width: { share: number } | { mm: number };
  align?: Align;
}

export interface Signature {
  /** Capitals and bold, one below the other: authority, then post. */
  post: readonly string[];
  /** In italics below: how it is signed. */
  how?: string;
  name?: string | null;
}

/** What a paper is put together from, top to bottom. */
export type Block =
  /** Decree 30/2020/NĐ-CP annex I: agency left, motto of the nation right, below them number and place with day. */
  | {
      kind: 'head';
      /** Capitals, one below the other: the authority above in regular, the one that issues bold. */
      agency: readonly { text: string; bold: boolean }[];
      number: string | null;
      place: string;
      /** In bold below place and day: the code of what the paper is about. */
      reference?: string;
      /** A code below the number, as an SVG drawing, with what it leads to. */
      qr?: { svg: string; address: string; caption: string };
    }
  /** In capitals; a line break stands where the words should part. */
  | { kind: 'title'; name: string; about?: string }
  | { kind: 'text'; text: Text; align?: Align; indent?: boolean; size?: number }
  /** A label and what is filled in. */
  | { kind: 'field'; label: string; value: Text }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly Text[])[]; size?: number }
  /** `receivers` stand left of a single signature (Decree 30/2020: "Nơi nhận"). */
  | { kind: 'signatures'; by: readonly Signature[]; receivers?: readonly string[] }
  | { kind: 'qr'; svg: string; address: string; size: number }
  | { kind: 'gap'; mm: number }
  | { kind: 'page' };

/** Sheets in millimetres: width, height, and margins top, bottom, left, right (Decree 30/2020: 20-25, 20-25, 30-35, 15-20). */
export const sheets = {
  A4: { width: 210, height: 297, margin: { top: 20, bottom: 20, left: 30, right: 20 }, size: 13 },
  'A4-landscape': { width: 297, height: 210, margin: { top: 20, bottom: 20, left: 20, right: 20 }, size: 13 },
  /** Hung up, not filed: the same margin all round. */
  poster: { width: 210, height: 297, margin: { top: 20, bottom: 20, left: 20, right: 20 }, size: 13 },
  // A slip that is handed out and not filed: the decree's margins would leave 98 mm.
  A5: { width: 148, height: 210, margin: { top: 12, bottom: 13, left: 14, right: 12 }, size: 9.5 },
} as const;
export type Sheet = keyof typeof sheets;

/** A document before it is bytes: whatever prints it needs nothing else. */
export interface Paper {
  sheet: Sheet;
  /** Of the file; not printed. */
  title: string;
  /** At the foot of every page: which paper this is. */
  code: string;
  /** 1 for the first print; every further one says at its foot that it is a reprint. */
  print: number;
  /** When it was made. */
  at: Date;
  /** Whether pages after the first carry their number. */
  numbered?: boolean;
  blocks: readonly Block[];
}

/** The width of what stands between the margins, in millimetres. */
export function innerWidth(sheet: Sheet): number {
  const { width, margin } = sheets[sheet];
  return width - margin.left - margin.right;
}

/** Widths of a table's columns in millimetres, which fill `width`. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('mm' in column.width ? column.width.mm : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column.width ? column.width.share : 0), 0);
  return columns.map((column) =>
    'mm' in column.width ? column.width.mm : ((width - fixed) * column.width.share) / shares,
  );
}
