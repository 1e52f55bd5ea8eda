/** Lower case without accents, for matching what is typed: `Đường Nguyễn` as `duong nguyen`. `đ` does not decompose. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
