import type { RawRow } from './reader/messages.ts';

/** Letters by which TCVN3 (.VnTime) and VNI show in Unicode, and which no Vietnamese word has. */
const strange = '[µ¸¶·¹¨»¾¼½Æ©ÇË®ÑªÖ×ØÜÞßäåæçëïîñ«¬øöõ÷ûüþ]';
const withLetter = new RegExp(`[A-Za-z]${strange}|${strange}[A-Za-z]`, 'u');
/** VNI writes a letter and its mark one behind the other: `Traàn Vaên`, `Nguyeãn`. */
const doubled = /[aA][âêàáãä]|[eE][âãàáäï]|[oO][âäï]/u;
/** What only Unicode has: letters with two marks, and those with a horn or a breve. */
const modern = /[\u1ea0-\u1ef9ăĂơƠưƯđĐ]/u;

/**
 * Whether rows were typed in one of the fonts from before Unicode, so that what is stored would be garbled: many cells look like it,
 * and hardly one is real Vietnamese.
 */
export function looksLikeOldFont(rows: readonly RawRow[]): boolean {
  const texts = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null && /\p{L}/u.test(cell)));
  const old = texts.filter(
    (text) => text !== null && (withLetter.test(text) || doubled.test(text)) && !modern.test(text),
  ).length;
  const real = texts.filter((text) => text !== null && modern.test(text)).length;
  return old >= 3 && old > texts.length / 20 && old > real;
}
