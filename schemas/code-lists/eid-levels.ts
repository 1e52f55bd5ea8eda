import { codes, type Code } from './code.ts';

/** Levels of an electronic identity account (NĐ 69/2024/NĐ-CP). */
export const eidLevels: readonly Code<'1' | '2'>[] = codes('NĐ 69/2024/NĐ-CP', [
  ['1', 'Mức độ 1', 'Level 1'],
  ['2', 'Mức độ 2', 'Level 2'],
]);
