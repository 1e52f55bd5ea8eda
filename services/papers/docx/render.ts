import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { columnWidths, innerWidth, sheets, type Align, type Block, type Paper, type Text } from '../pdf/paper.ts';

/** Decree 30/2020 annex I; whoever edits a letter has it on their machine, so nothing is embedded. */
const FONT = 'Times New Roman';

/** Twentieths of a point. */
const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Align, string>;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

interface Look {
  bold?: boolean;
  italics?: boolean;
  underline?: { type: typeof UnderlineType.SINGLE };
  /** Points. */
  size?: number;
}

/** Runs of a text; what XML cannot hold is left out. */
function runs(text: Text, look: Look = {}): TextRun[] {
  const all = typeof text === 'string' ? [text] : text;
  const { size, ...rest } = look;
  return all.map((run) => {
    const {
      text: written,
      bold,
      italic,
    } = typeof run === 'string' ? { text: run, bold: undefined, italic: undefined } : run;
    return new TextRun({
      text: written.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ''),
      ...rest,
      ...(size === undefined ? {} : { size: `${size}pt` as const }),
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: italic } : {}),
    });
  });
}

const paragraph = (text: Text, align: Align, look: Look = {}, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ children: runs(text, look), alignment: alignments[align], ...more });
const close = { spacing: { before: 0, after: 0 } } as const;

/** Side by side without borders: what a head and signatures stand in. */
function sideBySide(cells: readonly { mm: number; children: readonly Paragraph[] }[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    width: { size: twips(cells.reduce((sum, { mm }) => sum + mm, 0)), type: WidthType.DXA },
    columnWidths: cells.map(({ mm }) => twips(mm)),
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ mm, children }) =>
            new TableCell({
              borders: noBorders,
              width: { size: twips(mm), type: WidthType.DXA },
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

function head(block: Extract<Block, { kind: 'head' }>, width: number): Table {
  const centred = (text: Text, look: Look = {}): Paragraph => paragraph(text, 'center', look, close);
  const underline = { type: UnderlineType.SINGLE };
  const motto = 98;
  return sideBySide([
    {
      mm: width - motto,
      children: [
        ...block.agency.map(({ text, bold }) => centred(text, { bold, size: 12 })),
        centred('————', { size: 6 }),
        centred(block.number ?? ''),
      ],
    },
    {
      mm: motto,
      children: [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
        centred('Độc lập - Tự do - Hạnh phúc', { bold: true, underline }),
        centred(''),
        centred(block.place, { italics: true }),
        ...(block.reference === undefined ? [] : [centred(block.reference, { bold: true })]),
      ],
    },
  ]);
}

function table(block: Extract<Block, { kind: 'table' }>, width: number): Table {
  const widths = columnWidths(block.columns, width);
  const size = block.size ?? 12;
  const row = (texts: readonly Text[], heading: boolean): TableRow =>
    new TableRow({
      tableHeader: heading,
      cantSplit: heading,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
            verticalAlign: heading ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              paragraph(
                text,
                heading ? 'center' : (block.columns[index]?.align ?? 'left'),
                { size, bold: heading },
                close,
              ),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: [
      row(
        block.columns.map(({ heading }) => heading),
        true,
      ),
      ...block.rows.map((texts) => row(texts, false)),
    ],
  });
}

function signatures({ by, receivers }: Extract<Block, { kind: 'signatures' }>, width: number): Table {
  const mm = width / (by.length + (receivers === undefined ? 0 : 1));
  const left = [
    paragraph('Nơi nhận:', 'left', { bold: true, italics: true, size: 12 }, close),
    ...(receivers ?? []).map((line) => paragraph(`- ${line}`, 'left', { size: 11 }, close)),
  ];
  return sideBySide([
    ...(receivers === undefined ? [] : [{ mm, children: left }]),
    ...by.map(({ post, how, name }) => ({
      mm,
      children: [
        ...post.map((line) => paragraph(line, 'center', { bold: true }, close)),
        ...(how === undefined ? [] : [paragraph(how, 'center', { italics: true, size: 12 }, close)]),
        // Room for the hand or the seal.
        ...Array.from({ length: 4 }, () => paragraph('', 'center', {}, close)),
        paragraph(name ?? '', 'center', { bold: true }, close),
      ],
    })),
  ]);
}

function children(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'head':
      return [head(block, width)];
    case 'title':
      return [
        ...block.name
          .split('\n')
          .map((line, index) =>
            paragraph(
              line,
              'center',
              { bold: true, size: 14 },
              { spacing: { before: index === 0 ? 240 : 0, after: 0 } },
            ),
          ),
        ...(block.about === undefined ? [] : [paragraph(block.about, 'center', { bold: true })]),
      ];
    case 'text':
      return [
        paragraph(block.text, block.align ?? 'justify', block.size === undefined ? {} : { size: block.size }, {
          ...(block.indent ? { indent: { firstLine: twips(10) } } : {}),
        }),
      ];
    case 'field':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          children: [...runs(`${block.label}: `), ...runs(block.value)],
        }),
      ];
    case 'table':
      return [table(block, width)];
    case 'signatures':
      return [paragraph('', 'left', {}, close), signatures(block, width)];
    case 'gap':
      return [paragraph('', 'left', {}, { spacing: { before: twips(block.mm), after: 0 } })];
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'qr':
      return [];
  }
}

/**
 * A paper as .docx, for an office that still edits it: the same text and layout in Times New Roman. It bears neither code nor QR, as
 * what somebody may change is not the version that a code would open.
 */
export function docxOf(paper: Paper): Promise<Buffer> {
  const { width, height, margin, size } = sheets[paper.sheet];
  const inner = innerWidth(paper.sheet);
  const document = new Document({
    title: paper.title,
    creator: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: `${size}pt` },
          paragraph: { spacing: { before: 120, after: 0 } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.left),
              right: twips(margin.right),
              header: twips(margin.top / 2),
            },
          },
        },
        headers: {
          first: new Header({ children: [] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: paper.blocks.flatMap((block) => children(block, inner)),
      },
    ],
  });
  return Packer.toBuffer(document);
}
