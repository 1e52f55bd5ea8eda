import { foldAddressWords } from '@nocgia/schemas/text/fold.ts';

/** House number and street of an address on one line: `12/3/4 Lê Lợi`, `Số 45A, đường Trần Phú`, `1, Windsor Road`. No number found: all is street. */
export function splitAddress(address: string): { houseNumber: string | null; street: string | null } {
  const match =
    /^(?:số(?: nhà)?\s+|nhà(?: số)?\s+|sn\s+)?((?:lô\s+)?[\p{L}]{0,2}\d[\p{L}\d/.-]*(?:\s?(?:bis|ter))?)\s*(?:,\s*|\s+)(.+)$/iu.exec(
      address,
    );
  const [, number, rest] = match ?? [];
  if (number === undefined || rest === undefined || number.length > 60)
    return { houseNumber: null, street: address.slice(0, 200) };
  return { houseNumber: number, street: rest.replace(/^(đường|phố)\s+(?=\p{L})/iu, '').slice(0, 200) };
}

/** What tells dwellings of one ward apart: neighbourhood, house number and street, folded. Null without number and street. */
export function dwellingKey(
  neighbourhood: string | null,
  houseNumber: string | null,
  street: string | null,
): string | null {
  if (houseNumber === null && street === null) return null;
  const fold = (text: string | null): string => foldAddressWords(text ?? '').join(' ');
  return `${neighbourhood ?? ''}|${fold(houseNumber)}|${fold(street).replace(/^duong /, '')}`;
}
