import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { readWhole } from './xml.ts';
import type { Container } from './zip.ts';

/** What a number format shows of a date. */
export type DateFormat = 'day' | 'moment' | null;

export interface Sheet {
  name: string;
  part: string;
  visible: boolean;
}

/** What a sheet's cells refer to. */
export interface Workbook {
  sheets: Sheet[];
  date1904: boolean;
  shared: string[];
  /** How a cell style (by index) shows its number: as a day, as a moment with its time of day, or as no date. */
  dateStyles: DateFormat[];
}

/** Reads the small parts of a workbook: sheets, date system, shared strings and which styles are dates. */
export async function readWorkbook(container: Container): Promise<Workbook> {
  if (!container.has('[Content_Types].xml') || !container.has('xl/workbook.xml')) throw refuse('IMPORT_WRONG_TYPE');
  const { sheets, date1904 } = await readSheets(container);
  return { sheets, date1904, shared: await readShared(container), dateStyles: await readDateStyles(container) };
}

async function readSheets(container: Container): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const targets = new Map<string, string>();
  const relations = 'xl/_rels/workbook.xml.rels';
  if (!container.has(relations)) throw refuse('IMPORT_BROKEN');
  await readWhole(await container.read(relations), {
    open(name, attributes) {
      const { Id: id, Target: target, Type: type = '' } = attributes;
      if (name === 'Relationship' && id && target && type.endsWith('/worksheet')) targets.set(id, partName(target));
    },
  });
  const sheets: Sheet[] = [];
  let date1904 = false;
  await readWhole(await container.read('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
      const part = id === undefined ? undefined : targets.get(id);
      const visible = (attributes['state'] ?? 'visible') === 'visible';
      if (part !== undefined && container.has(part)) sheets.push({ name: attributes['name'] ?? '', part, visible });
    },
  });
  return { sheets, date1904 };
}

/** Targets are relative to `xl/`, or absolute within the container. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

async function readShared(container: Container): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  if (!container.has(part)) return [];
  const shared: string[] = [];
  let characters = 0;
  let current: string[] | undefined;
  let inText = false;
  let inPhonetic = false;
  await readWhole(await container.read(part), {
    open(name) {
      if (name === 'si') current = [];
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = true;
    },
    close(name) {
      if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
      else if (name === 'si' && current) {
        const text = current.join('');
        characters += text.length + 16;
        if (characters > limits.sharedCharacters) throw refuse('IMPORT_TOO_HEAVY');
        shared.push(text);
        current = undefined;
      }
    },
    text(text) {
      if (inText && !inPhonetic) current?.push(text);
    },
  });
  return shared;
}

/** Built-in number formats that are dates, those of East Asian locales included (ECMA-376 part 1, 18.8.30). */
function builtInDate(id: number): DateFormat {
  if ((id >= 18 && id <= 22) || id === 32 || id === 33 || (id >= 45 && id <= 47)) return 'moment';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : null;
}

/** What a format code shows: a day, month or year outside of quotes, brackets and escapes, with an hour or without. */
export function dateFormat(code: string): DateFormat {
  const bare =
    code
      .replace(/"[^"]*"/g, '')
      .replace(/\\./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/[_*]./g, '')
      .split(';')[0] ?? '';
  if (/general/i.test(bare) || !/[dym]/i.test(bare) || /[0#?]/.test(bare.replace(/s\.0+/gi, 's'))) return null;
  return /[hs]/i.test(bare) ? 'moment' : 'day';
}

async function readDateStyles(container: Container): Promise<DateFormat[]> {
  const part = 'xl/styles.xml';
  if (!container.has(part)) return [];
  const custom = new Map<number, DateFormat>();
  const styles: DateFormat[] = [];
  let inCellFormats = false;
  await readWhole(await container.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), dateFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        styles.push(custom.has(id) ? (custom.get(id) ?? null) : builtInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}
