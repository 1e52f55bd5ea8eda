import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of satisfaction. */
export const ratingErrors = {
  RATING_NOT_COUNTED: {
    kind: 'rejection',
    vi: 'Ý kiến này không được tính: hồ sơ chưa xong, đã quá hạn lấy ý kiến, đã được đánh giá, hoặc thông tin không khớp.',
    en: 'This answer does not count: the dossier is not over, is too old, has been rated already, or the details do not match.',
  },
  PERIOD_UNKNOWN: {
    kind: 'bad-input',
    vi: 'Kỳ phải là một tháng (2026-11), một quý (2026-Q4) hoặc một năm (2026).',
    en: 'A period is a month (2026-11), a quarter (2026-Q4) or a year (2026).',
  },
} as const satisfies Record<string, ErrorEntry>;
