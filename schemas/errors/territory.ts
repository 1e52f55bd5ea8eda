import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of units and changes of boundaries. */
export const territoryErrors = {
  UNIT_UNKNOWN: { kind: 'rejection', vi: 'Không có đơn vị {code}.', en: 'There is no unit {code}.' },
  UNIT_EXISTS: { kind: 'rejection', vi: 'Mã đơn vị {code} đã được dùng.', en: 'The unit code {code} is in use.' },
  UNIT_NOT_IN_WARD: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không thuộc phường/xã này.',
    en: 'Unit {code} does not belong to this ward.',
  },
  UNIT_NOT_THERE_THEN: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không tồn tại vào ngày {day}.',
    en: 'Unit {code} does not exist on {day}.',
  },
  UNIT_LEVEL_WRONG: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không thể nằm dưới đơn vị cấp trên này.',
    en: 'Unit {code} cannot lie under that parent.',
  },
  UNIT_IN_OTHER_CHANGE: {
    kind: 'rejection',
    vi: 'Đơn vị {code} đang nằm trong một phương án điều chỉnh khác chưa có hiệu lực.',
    en: 'Unit {code} is part of another change that has not taken effect yet.',
  },
  CHANGE_ONE_KIND: {
    kind: 'bad-input',
    vi: 'Mỗi lần điều chỉnh chỉ gồm một việc: lập, đổi tên, nhập hoặc chia.',
    en: 'A change does exactly one thing: establish, rename, merge or split.',
  },
  CHANGE_TWO_UNITS: {
    kind: 'bad-input',
    vi: 'Nhập hoặc chia cần ít nhất hai đơn vị khác nhau.',
    en: 'A merger or split needs at least two different units.',
  },
  CHANGE_NOT_PLANNED: {
    kind: 'rejection',
    vi: 'Phương án này đã có hiệu lực, đã hủy hoặc không tồn tại.',
    en: 'This change has taken effect, was cancelled, or does not exist.',
  },
  CHANGE_NOT_DUE: {
    kind: 'rejection',
    vi: 'Phương án này có hiệu lực từ ngày {day}.',
    en: 'This change takes effect on {day}.',
  },
} as const satisfies Record<string, ErrorEntry>;
