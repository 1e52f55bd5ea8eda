import { foldText } from '@nocgia/schemas/text/fold.ts';
import type { BankAccount } from '@nocgia/schemas/events/one-stop.ts';

/** NAPAS in ISO 7816-5, and its service "transfer to an account" (NAPAS, VietQR format of QR codes, table of field 38). */
const NAPAS = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
/** ISO 4217 of the đồng. */
const VND = '704';
/** Most characters of field 62-08 (EMV QRCPS merchant-presented 1.1, table 3.7). */
const PURPOSE = 25;
/** Most digits of field 54. */
const AMOUNT = 13;

/** One field: its number, its length in two digits, its value. */
function field(id: string, value: string): string {
  if (value.length > 99) throw new RangeError(`Field ${id} of a VietQR code is longer than 99 characters`);
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) of the bytes of an ASCII text, four capital hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** What a bank takes in field 62: letters without accents, digits, blanks, dots, dashes; of a longer text its end, where a code's day and number stand. */
export function purposeOf(text: string): string {
  // The case of a code counts, so letters are bared of accents one by one.
  const ascii = [...text.normalize('NFC')]
    .map((letter) => (letter.toLowerCase() === letter ? foldText(letter) : foldText(letter).toUpperCase()))
    .join('');
  return ascii
    .replaceAll(/[^A-Za-z0-9 .-]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(-PURPOSE)
    .trim();
}

/**
 * The text of a VietQR code: a transfer of `amount` đồng (a positive integer) to the ward's account, with `reference` (the dossier's code) as
 * what it is for. EMV merchant-presented mode as NAPAS fixes it; a banking app that reads it has everything filled in. Throws RangeError for
 * an amount that is no positive integer of at most 13 digits.
 */
export function vietQr(
  account: Pick<BankAccount, 'bankBin' | 'accountNumber'>,
  amount: number,
  reference: string,
): string {
  if (!Number.isSafeInteger(amount) || amount <= 0 || String(amount).length > AMOUNT)
    throw new RangeError('An amount of a VietQR code is a positive number of đồng');
  const beneficiary = field('00', account.bankBin) + field('01', account.accountNumber);
  const purpose = purposeOf(reference);
  const payload = [
    field('00', '01'),
    // Dynamic: for this one payment.
    field('01', '12'),
    field('38', field('00', NAPAS) + field('01', beneficiary) + field('02', TO_ACCOUNT)),
    field('53', VND),
    field('54', String(amount)),
    field('58', 'VN'),
    ...(purpose === '' ? [] : [field('62', field('08', purpose))]),
    '6304',
  ].join('');
  return payload + crc16(payload);
}
