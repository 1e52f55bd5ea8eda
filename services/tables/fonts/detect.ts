import type { Cell } from '../reader/messages.ts';
import { looksVietnamese } from './syllables.ts';
import { fromOldFont, type OldFont } from './tables.ts';

/** In which font a column was typed. */
export type ColumnFont = OldFont | 'unicode';

/** What a text can be read as. */
export interface Readings {
  unicode: number;
  tcvn3: number;
  vni: number;
  /** Texts with other than plain letters. */
  judged: number;
  /** Of these, those that make sense in an old font alone. */
  old: number;
}

const fonts = ['tcvn3', 'vni'] as const satisfies readonly OldFont[];

/** Counts in how many of these texts every word could be Vietnamese, read as Unicode and as each of the old fonts. */
export function readingsOf(texts: Iterable<Cell>): Readings {
  const readings: Readings = { unicode: 0, tcvn3: 0, vni: 0, judged: 0, old: 0 };
  for (const text of texts) {
    if (text === null) continue;
    const asIs = looksVietnamese(text);
    if (asIs === 'plain') continue;
    readings.judged += 1;
    if (asIs === 'yes') readings.unicode += 1;
    const read = fonts.filter((font) => looksVietnamese(fromOldFont(text, font)) === 'yes');
    for (const font of read) readings[font] += 1;
    if (asIs === 'no' && read.length > 0) readings.old += 1;
  }
  return readings;
}

/** The old font that these texts were typed in; null = Unicode or another language; `unsure` = old, but no font explains it. */
export function oldFontOf(readings: Readings): OldFont | null | 'unsure' {
  const { unicode, judged, old } = readings;
  if (old < 3 || old <= judged / 20) return null;
  const best = readings.vni > readings.tcvn3 ? 'vni' : 'tcvn3';
  const other = best === 'vni' ? 'tcvn3' : 'vni';
  const sure = readings[best] >= judged * 0.85 && readings[best] > unicode && readings[best] > readings[other];
  return sure ? best : 'unsure';
}
