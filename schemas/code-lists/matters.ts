import { codes, type Code } from './code.ts';

/**
 * Fields of administrative procedures (lĩnh vực) as the one-stop desk shares them out among its officers. A name of the national
 * catalogue that is none of these is `other`; the procedure keeps the catalogue's own name beside it.
 */
export const matters = codes('own', [
  ['civil_status', 'Hộ tịch', 'Civil status'],
  ['authentication', 'Chứng thực', 'Authentication'],
  ['residence', 'Cư trú', 'Residence'],
  ['adoption', 'Nuôi con nuôi', 'Adoption'],
  ['mediation', 'Hòa giải ở cơ sở', 'Mediation'],
  ['poverty', 'Giảm nghèo', 'Poverty reduction'],
  ['social_protection', 'Bảo trợ xã hội', 'Social protection'],
  ['merit', 'Người có công', 'People of merit'],
  ['household_business', 'Hộ kinh doanh', 'Household business'],
  ['land', 'Đất đai', 'Land'],
  ['construction', 'Xây dựng', 'Construction'],
  ['agriculture', 'Nông nghiệp', 'Agriculture'],
  ['complaints', 'Khiếu nại, tố cáo', 'Complaints'],
  ['other', 'Lĩnh vực khác', 'Other'],
] as const) satisfies readonly Code[];

export type Matter = (typeof matters)[number]['code'];

/** Number of a field for scope columns: its place in the list, which only ever grows at the end of it. */
export function matterNumber(matter: Matter): number {
  return matters.findIndex((one) => one.code === matter) + 1;
}

/** The field of a scope column's number. */
export function matterOf(number: number): Matter {
  return matters[number - 1]?.code ?? 'other';
}

/** Which field a name of the national catalogue stands for, e.g. `Đăng ký, quản lý cư trú`. */
export function matterOfName(name: string): Matter {
  const plain = name.normalize('NFC').toLocaleLowerCase('vi');
  const found = catalogueNames.find(([start]) => plain.includes(start));
  return found ? found[1] : 'other';
}

const catalogueNames: readonly (readonly [part: string, matter: Matter])[] = [
  ['hộ tịch', 'civil_status'],
  ['chứng thực', 'authentication'],
  ['cư trú', 'residence'],
  ['nuôi con nuôi', 'adoption'],
  ['hòa giải', 'mediation'],
  ['giảm nghèo', 'poverty'],
  ['bảo trợ xã hội', 'social_protection'],
  ['người có công', 'merit'],
  ['hộ kinh doanh', 'household_business'],
  ['đất đai', 'land'],
  ['xây dựng', 'construction'],
  ['nhà ở', 'construction'],
  ['quy hoạch', 'construction'],
  ['nông nghiệp', 'agriculture'],
  ['chăn nuôi', 'agriculture'],
  ['trồng trọt', 'agriculture'],
  ['thủy sản', 'agriculture'],
  ['thủy lợi', 'agriculture'],
  ['lâm nghiệp', 'agriculture'],
  ['khiếu nại', 'complaints'],
];
