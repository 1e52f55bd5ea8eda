import { codes, type Code } from './code.ts';

/** Kinds of disability (Luật Người khuyết tật 2010, Điều 3 khoản 1). */
export const disabilities: readonly Code[] = codes('Luật Người khuyết tật 51/2010/QH12, Điều 3 khoản 1', [
  ['mobility', 'Vận động', 'Mobility'],
  ['hearing_speech', 'Nghe, nói', 'Hearing, speech'],
  ['vision', 'Nhìn', 'Vision'],
  ['mental', 'Thần kinh, tâm thần', 'Mental'],
  ['intellectual', 'Trí tuệ', 'Intellectual'],
  ['other', 'Khuyết tật khác', 'Other'],
]);
