import { foldAddressWords, foldText } from './fold.ts';

export interface AddressParts {
  houseNumber: string | null;
  oldNumber: string | null;
  street: string | null;
}

/** House number and street as one line, as an envelope has it: `12/3/4 Nguyễn Trãi`; the old number where there is no other. */
export function addressLine({ houseNumber, oldNumber, street }: AddressParts): string {
  return [houseNumber ?? oldNumber, street].filter((part) => part !== null && part !== '').join(' ');
}

/** Words under which an address is found: number, old number and street folded; of `12/3/4` also the alleys `12/3` and `12`. */
export function addressTerms({ houseNumber, oldNumber, street }: AddressParts): string[] {
  const numbers = [houseNumber, oldNumber].flatMap((number) => (number === null ? [] : foldAddressWords(number)));
  const alleys = numbers.flatMap((number) => {
    const parts = number.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set([...alleys, ...(street === null ? [] : foldAddressWords(street))])];
}

/** A street's name as it is compared: `Hoà Bình`, `HÒA BÌNH` and `hoa binh` are one street. */
export function streetKey(street: string): string {
  return foldText(street).replace(/\s+/g, ' ').trim();
}
