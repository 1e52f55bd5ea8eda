/** A share as per cent with one decimal place, `93,4 %`: more would pretend to what the interval denies. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')} %`;
}
