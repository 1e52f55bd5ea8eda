import { readFileSync } from 'node:fs';
import { typeset } from './engine.ts';
import { columnWidths, innerWidth, sheets, type Block, type Paper } from './paper.ts';

const template = readFileSync(new URL('paper.typ', import.meta.url), 'utf8');

/** What differs between a sheet to file and a slip: sizes in points, the rest in millimetres. */
const looks = {
  A4: { headsize: 12, motto: 104, qr: 24, gap: 4, signspace: 24 },
  'A4-landscape': { headsize: 12, motto: 104, qr: 24, gap: 4, signspace: 24 },
  poster: { headsize: 12, motto: 104, qr: 24, gap: 6, signspace: 24 },
  A5: { headsize: 9, motto: 78, qr: 19, gap: 0.6, signspace: 12 },
} as const;

/** The bytes of a paper as PDF: exact sheet, every font embedded, the same for the same paper. */
export function pdfOf(paper: Paper): Promise<Buffer> {
  const { size, ...sheet } = sheets[paper.sheet];
  const inner = innerWidth(paper.sheet);
  const table = (block: Extract<Block, { kind: 'table' }>) => ({
    ...block,
    headings: block.columns.map(({ heading }) => heading),
    aligns: block.columns.map(({ align }) => align ?? 'left'),
    widths: columnWidths(block.columns, inner),
  });
  return typeset(
    template,
    {
      ...sheet,
      ...looks[paper.sheet],
      size,
      inner,
      title: paper.title,
      code: paper.code,
      reprint: paper.print > 1 ? `Bản in lần ${paper.print}` : '',
      numbered: paper.numbered ?? true,
      blocks: paper.blocks.map((block) => (block.kind === 'table' ? table(block) : block)),
    },
    paper.at,
  );
}
