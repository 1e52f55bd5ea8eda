import { codes, type Code } from './code.ts';

/** Levels of education reached. */
export const educationLevels: readonly Code[] = codes('own', [
  ['none', 'Chưa đi học', 'No schooling'],
  ['kindergarten', 'Mầm non', 'Kindergarten'],
  ['primary', 'Tiểu học', 'Primary school'],
  ['lower_secondary', 'Trung học cơ sở', 'Lower secondary school'],
  ['upper_secondary', 'Trung học phổ thông', 'Upper secondary school'],
  ['elementary_vocational', 'Sơ cấp', 'Elementary vocational training'],
  ['intermediate', 'Trung cấp', 'Intermediate vocational training'],
  ['college', 'Cao đẳng', 'College'],
  ['bachelor', 'Đại học', 'Bachelor'],
  ['master', 'Thạc sĩ', 'Master'],
  ['doctor', 'Tiến sĩ', 'Doctor'],
]);
