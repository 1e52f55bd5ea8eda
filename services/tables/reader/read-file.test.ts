import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { describe, expect, test } from 'vitest';
import { makeZip } from '../testing/zip.ts';
import { columnLetters, styles, workbookOf } from '../testing/workbook.ts';
import { limits } from './limits.ts';
import type { RawRow, SourceInfo } from './messages.ts';
import { readRegister } from './read-file.ts';

async function read(bytes: Buffer | string): Promise<{ source: SourceInfo | null; rows: RawRow[] }> {
  let source: SourceInfo | null = null;
  const rows: RawRow[] = [];
  for await (const item of readRegister(Readable.from([Buffer.from(bytes)]))) {
    if ('source' in item) source = item.source;
    else rows.push(...item.rows);
  }
  return { source, rows };
}

/** The code a file is refused with, and the most memory that its process was seen to take. */
async function refusal(bytes: Buffer | string): Promise<{ code: string; residentMegabytes: number }> {
  let most = 0;
  let watch: NodeJS.Timeout | undefined;
  const onChild = (pid: number): void => {
    watch = setInterval(() => {
      try {
        most = Math.max(most, Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096);
      } catch {
        // Not on this system, or gone already.
      }
    }, 20);
  };
  try {
    for await (const _ of readRegister(Readable.from([Buffer.from(bytes)]), { onChild })) {
      // Only the end matters.
    }
    return { code: 'read', residentMegabytes: most / 1e6 };
  } catch (error) {
    return {
      code: error instanceof RejectionError ? error.rejection.code : String(error),
      residentMegabytes: most / 1e6,
    };
  } finally {
    clearInterval(watch);
  }
}

const cells = async (bytes: Buffer | string): Promise<unknown> => (await read(bytes)).rows.map(({ cells }) => cells);

describe('text', () => {
  const vietnamese = 'Họ tên;Giới tính\nNguyễn Thị Đào;Nữ\n';

  test('UTF-8 with and without mark, any line end, any of four separators', async () => {
    for (const separator of [',', ';', '\t', '|']) {
      const body = `Họ tên${separator}Giới tính\r\nNguyễn Thị Đào${separator}Nữ\r\n`;
      for (const mark of ['', '\uFEFF']) {
        const { source, rows } = await read(mark + body);
        expect(source).toMatchObject({ format: 'csv', encoding: 'utf-8', separator });
        expect(rows.map((row) => row.cells)).toEqual([
          ['Họ tên', 'Giới tính'],
          ['Nguyễn Thị Đào', 'Nữ'],
        ]);
      }
    }
  });

  test('UTF-16 in both orders, and Windows-1258 composed', async () => {
    const wide = Buffer.from(`\uFEFF${vietnamese}`, 'utf16le');
    const expected = [
      ['Họ tên', 'Giới tính'],
      ['Nguyễn Thị Đào', 'Nữ'],
    ];
    expect(await cells(wide)).toEqual(expected);
    expect(await cells(Buffer.from(wide).swap16())).toEqual(expected);
    expect(await cells(wide.subarray(2))).toEqual(expected);
    // Windows-1258 writes a tone as a mark of its own behind the vowel: Nguyê + tilde + n.
    const old = Buffer.from(
      'Ho\xf2 t\xean;Gi\xf5\xeci ti\xecnh\nNguy\xea\xden Thi\xf2 \xd0a\xcco;N\xfd\xde\n',
      'latin1',
    );
    expect((await read(old)).source?.encoding).toBe('windows-1258');
    expect(await cells(old)).toEqual(expected);
  });

  test('decomposed text is composed, quotes may hold separators and lines, empty rows keep the numbering', async () => {
    const { rows } = await read('a,b\n\n"x, ""y""\nz",Đào\n'.normalize('NFD'));
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x, "y"\nz', 'Đào'] },
    ]);
  });
});

describe('workbook', () => {
  test('shared, inline and formula texts, numbers, booleans, errors and dates of both systems', async () => {
    const row = (serial: number) => [
      'chung <&>',
      { attributes: 't="inlineStr"', body: '<is><r><t>Ng</t></r><r><t>uyễn</t></r><rPh><t>x</t></rPh></is>' },
      { attributes: 't="str"', body: '<f>A1</f><v>kết quả</v>' },
      79_099_000_001,
      { attributes: 't="b"', body: '<v>1</v>' },
      { attributes: 't="e"', body: '<v>#N/A</v>' },
      { attributes: `s="${styles.date}"`, body: `<v>${serial}</v>` },
      { attributes: `s="${styles.ownDate}"`, body: `<v>${serial}.75</v>` },
      { attributes: `s="${styles.moment}"`, body: `<v>${serial}.75</v>` },
      { attributes: `s="${styles.decimal}"`, body: '<v>1.2E1</v>' },
    ];
    const shown = ['chung <&>', 'Nguyễn', 'kết quả', '79099000001', 'TRUE', '#N/A', '1990-02-28', '1990-02-28'];
    const expected = [[...shown, '1990-02-28 18:00:00', '12']];
    expect(await cells(workbookOf({ rows: [row(32_932)] }))).toEqual(expected);
    expect(await cells(workbookOf({ rows: [row(31_470)], date1904: true }))).toEqual(expected);
  });

  test('merged cells all carry the value of their first, down and to the right', async () => {
    const bytes = workbookOf({
      rows: [
        ['Hộ', 'Tên', 'Ngày sinh'],
        ['1', 'An', 'x'],
        [null, 'Bình'],
        [null, 'Châu'],
      ],
      merges: ['A2:A3', 'C1:D1'],
    });
    expect(await cells(bytes)).toEqual([
      ['Hộ', 'Tên', 'Ngày sinh', 'Ngày sinh'],
      ['1', 'An', 'x'],
      ['1', 'Bình'],
      [null, 'Châu'],
    ]);
  });

  test('empty formatted cells far out are no content', async () => {
    const far = { attributes: 'r="XFD2" s="1"', body: '' };
    expect(await cells(workbookOf({ rows: [['a'], ['b', far]] }))).toEqual([['a'], ['b']]);
  });
});

describe('refused, with bounded memory', () => {
  const rows = [
    ['Họ tên', 'Giới tính'],
    ['Nguyễn An', 'Nam'],
  ];
  const bounded = 600;
  const sheet = 'xl/worksheets/sheet1.xml';
  const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(8_192)]);
  const cases: Record<string, [bytes: () => Buffer | string, code: string]> = {
    'an empty file': [() => '', 'IMPORT_EMPTY'],
    'a text of empty lines': [() => '\n'.repeat(1_000), 'IMPORT_EMPTY'],
    'a picture': [() => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'IMPORT_WRONG_TYPE'],
    'a page': [() => '<!DOCTYPE html><html><table><tr><td>x</td></tr></table></html>', 'IMPORT_WRONG_TYPE'],
    'a PDF': [() => '%PDF-1.7\n', 'IMPORT_WRONG_TYPE'],
    zeros: [() => Buffer.alloc(4_000_000), 'IMPORT_WRONG_TYPE'],
    'an old workbook': [() => container, 'IMPORT_OLD_FORMAT'],
    'a workbook with a password': [
      () => Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]),
      'IMPORT_PASSWORD',
    ],
    'a zip with a password': [() => makeZip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]), 'IMPORT_PASSWORD'],
    'a zip that is no workbook': [() => makeZip([{ name: 'word/document.xml', data: '<a/>' }]), 'IMPORT_WRONG_TYPE'],
    'a zip cut off': [() => workbookOf({ rows }).subarray(0, 700), 'IMPORT_BROKEN'],
    'a zip bomb': [() => workbookOf({ rows, parts: { [sheet]: Buffer.alloc(400_000_000, 0x20) } }), 'IMPORT_BOMB'],
    'a zip bomb that promises little': [
      () =>
        makeZip([
          { name: '[Content_Types].xml', data: '<a/>' },
          { name: 'xl/_rels/workbook.xml.rels', data: '<a/>' },
          { name: 'xl/workbook.xml', data: Buffer.alloc(200_000_000, 0x20), claimed: 900 },
        ]),
      'IMPORT_BOMB',
    ],
    'thousands of parts': [
      () => makeZip(Array.from({ length: 3_000 }, (_, index) => ({ name: `p${index}`, data: '' }))),
      'IMPORT_BOMB',
    ],
    'an XML bomb': [
      () =>
        workbookOf({
          rows,
          parts: {
            'xl/sharedStrings.xml':
              '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
          },
        }),
      'IMPORT_XML',
    ],
    'an outside entity': [
      () => workbookOf({ rows, parts: { [sheet]: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>' } }),
      'IMPORT_XML',
    ],
    'XML that does not end': [
      () => workbookOf({ rows, parts: { [sheet]: '<worksheet><sheetData><row><c><v>1</v></c></row>' } }),
      'IMPORT_XML',
    ],
    'XML that goes deep': [() => workbookOf({ rows, parts: { [sheet]: '<a>'.repeat(5_000) } }), 'IMPORT_XML'],
    'a cell in the last column': [
      () => workbookOf({ rows: [...rows, [{ attributes: 'r="XFD3" t="str"', body: '<v>x</v>' }]] }),
      'IMPORT_TOO_MANY_COLUMNS',
    ],
    'a text with too many columns': [() => `${'x,'.repeat(limits.columns + 5)}x\n`, 'IMPORT_TOO_MANY_COLUMNS'],
    'a text with too many rows': [() => 'An,1\n'.repeat(limits.rows + 2), 'IMPORT_TOO_MANY_ROWS'],
    '100 MB of empty rows in a sheet': [
      () =>
        workbookOf({
          rows,
          parts: {
            [sheet]: `<worksheet><sheetData>${'<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="1"/></row>'.repeat(1_450_000)}</sheetData></worksheet>`,
          },
        }),
      'IMPORT_BOMB',
    ],
    '100 MB of commas': [() => Buffer.alloc(100_000_000, ','), 'IMPORT_TOO_LARGE'],
    'one endless line': [() => Buffer.alloc(20_000_000, 'x'), 'IMPORT_BROKEN'],
    'a shared text that is not there': [
      () => workbookOf({ rows: [[{ attributes: 't="s"', body: '<v>99</v>' }]] }),
      'IMPORT_BROKEN',
    ],
  };
  for (const [name, [bytes, code]] of Object.entries(cases)) {
    test(name, { timeout: 120_000 }, async () => {
      const refused = await refusal(bytes());
      expect(refused.code).toBe(code);
      expect(refused.residentMegabytes).toBeLessThan(bounded);
    });
  }

  test('a process that keeps us waiting too long is ended', async () => {
    const slow = new Readable({ read: () => undefined });
    const reading = async (): Promise<void> => {
      for await (const _ of readRegister(slow, { seconds: 0.5 })) {
        // Nothing comes.
      }
    };
    await expect(reading()).rejects.toMatchObject({ rejection: { code: 'IMPORT_TOO_HEAVY' } });
  });

  test('a reader who stops early leaves no process behind', async () => {
    let pid = 0;
    for await (const item of readRegister(Readable.from(['Họ tên,x\n', ...Array<string>(5_000).fill('An,1\n')]), {
      onChild: (child) => (pid = child),
    })) {
      if ('rows' in item) break;
    }
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

test('columns are lettered as a spreadsheet does', () => {
  expect([0, 25, 26, 701, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'XFD']);
});
