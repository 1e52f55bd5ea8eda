import type { EvidenceKind } from '../events/evidence.ts';
import { codes, type Code } from './code.ts';

/** Papers, or a visit, that facts are recorded from. */
export const evidenceKinds: readonly Code<EvidenceKind>[] = codes('own', [
  ['birth_certificate', 'Giấy khai sinh', 'Birth certificate'],
  ['death_certificate', 'Trích lục khai tử', 'Death certificate'],
  ['marriage_certificate', 'Giấy chứng nhận kết hôn', 'Marriage certificate'],
  ['court_judgment', 'Bản án, quyết định của Tòa án', 'Court judgment'],
  ['residence_notice', 'Thông báo kết quả đăng ký cư trú (CT08)', 'Notice of residence registration (CT08)'],
  ['decision', 'Quyết định hành chính', 'Administrative decision'],
  ['declaration', 'Tờ khai của người dân', 'Declaration by the citizen'],
  ['visit', 'Xác minh tại nơi ở', 'Visit to the dwelling'],
  ['other', 'Giấy tờ khác', 'Other document'],
]);
