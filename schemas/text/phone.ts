import { digitsOf } from './fold.ts';

/** A phone number as it is compared and looked for: its digits, with the country's code read as the leading 0 (+84 903… -> 0903…). */
export function phoneKey(phone: string): string {
  return digitsOf(phone).replace(/^84(?=\d{9}$)/, '0');
}
