import type { CheckedPaper, Party } from '@nocgia/schemas/events/dossier.ts';
import type { DossierOnPaper, PaperContext } from '../forms/context.ts';

/** The twelve vowels with their six tones, and đ: with the capitals 134 letters beyond those of ASCII. */
export const letters = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';

export const party: Party = {
  kind: 'citizen',
  name: 'Nguyễn Thị Phượng',
  nationalId: '079190000001',
  birth: '1990-01-02',
  phone: '0903 123 456',
  email: 'phuong@example.com',
  address: '12/3/4 Nguyễn Thị Nhỏ, Phường Phú Thọ, Thành phố Hồ Chí Minh',
};

export const checked = (name: string, source: CheckedPaper['source'] = 'brought'): CheckedPaper => ({
  key: 'paper',
  name,
  form: 'original',
  copies: 1,
  source,
});

export const dossier: DossierOnPaper = {
  code: 'H29.146-261120-0007',
  national_code: null,
  channel: 'desk',
  return_by: 'desk',
  owner: { ...party, name: 'Nguyễn Ngọc Bảo Hân', phone: null, email: null },
  submitter: party,
  papers: [
    checked('Tờ khai đăng ký khai sinh theo mẫu'),
    checked('Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp'),
    checked('Giấy chứng nhận kết hôn của cha, mẹ', 'register'),
    checked('Văn bản ủy quyền có chứng thực', 'later'),
  ],
  received_at: '2026-11-20T02:05:00.000Z',
  due_at: '2026-11-20T10:00:00.000Z',
};

export const context: PaperContext = {
  ward: 'Phường Phú Thọ',
  place: 'Phú Thọ',
  desk: {
    name: 'Trung tâm Phục vụ hành chính công',
    address: '271 Bình Thới, Phường Phú Thọ, Thành phố Hồ Chí Minh',
    phone: '028 3962 0000',
  },
  officer: { name: 'Trần Thị Mỹ Duyên', phone: '028 3962 0001' },
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh', term: 'Ngay trong ngày' },
  number: '12/TB-UBND',
  lookup: 'https://phutho.example.vn/p/7Q4KX2M9ZT',
  paperCode: 'M01 · H29.146-261120-0007 · 7Q4KX2M9ZT',
  print: 1,
  now: new Date('2026-11-20T02:05:00Z'),
};
