import { foldWords } from '@nocgia/schemas/text/fold.ts';

/** What a column of an old one-stop software's file can give, with the headings (folded) that name it. */
export interface PastFieldSpec {
  group: 'dossier' | 'step' | 'owner';
  headings: readonly string[];
}

const spec = (group: PastFieldSpec['group'], headings: string): PastFieldSpec => ({
  group,
  headings: headings.split('|'),
});

export const pastFields = {
  code: spec(
    'dossier',
    'ma ho so|ma hs|so ho so|so hs|ma so ho so|ma bien nhan|so bien nhan|so tiep nhan|dossier code|dossier id|dossier|case id|case number|case no|request id|unique key|service request id|code',
  ),
  procedureCode: spec('dossier', 'ma thu tuc|ma tthc|ma so thu tuc|procedure code|procedure id'),
  procedure: spec(
    'dossier',
    'ten thu tuc|thu tuc|ten tthc|tthc|ten thu tuc hanh chinh|thu tuc hanh chinh|loai ho so|ten loai ho so|procedure|procedure name|category|request type|service name|type',
  ),
  matter: spec('dossier', 'linh vuc|ten linh vuc|linh vuc thu tuc|field|matter'),
  channel: spec(
    'dossier',
    'hinh thuc nop|hinh thuc tiep nhan|kenh|kenh nop|kenh tiep nhan|kenh thuc hien|phuong thuc nop|nguon|channel|source|submitted by',
  ),
  receivedAt: spec(
    'dossier',
    'ngay nhan|ngay tiep nhan|ngay nhan ho so|ngay tiep nhan ho so|thoi gian tiep nhan|thoi diem tiep nhan|ngay gio nhan|ngay gio tiep nhan|ngay nop|ngay nop ho so|tiep nhan luc|received|received at|opened|opened at|created date|created|created at|requested datetime',
  ),
  dueAt: spec(
    'dossier',
    'hen tra|ngay hen tra|ngay hen|hen tra ket qua|ngay hen tra ket qua|han giai quyet|han tra|han tra ket qua|ngay gio hen tra|due|due at|due date|promised',
  ),
  closedAt: spec(
    'dossier',
    'ngay tra|ngay tra ket qua|ngay ket thuc ho so|ngay hoan thanh ho so|ngay giai quyet xong|ngay giai quyet|thoi gian tra|thoi diem tra|tra ket qua luc|ngay gio tra|closed|closed at|closed date|resolved|returned at',
  ),
  outcome: spec(
    'dossier',
    'trang thai|trang thai ho so|tinh trang|tinh trang ho so|ket qua giai quyet|tinh trang giai quyet|status|state|outcome',
  ),
  step: spec(
    'step',
    'buoc|ten buoc|buoc xu ly|ten buoc xu ly|cong doan|quy trinh|buoc quy trinh|noi dung xu ly|noi dung cong viec|thao tac|step|step name|stage|activity',
  ),
  officer: spec(
    'step',
    'can bo|can bo xu ly|can bo thuc hien|can bo tiep nhan|nguoi xu ly|nguoi thuc hien|chuyen vien|ten can bo|cong chuc|cong chuc xu ly|officer|handled by|user|assignee',
  ),
  department: spec(
    'step',
    'phong ban|bo phan|don vi|don vi xu ly|bo phan xu ly|phong|phong ban xu ly|co quan xu ly|co quan|department|agency|agency name|unit',
  ),
  startedAt: spec(
    'step',
    'thoi gian|bat dau|thoi gian bat dau|thoi diem bat dau|ngay bat dau|ngay gio bat dau|ngay nhan buoc|bat dau luc|tu ngay|time|start|started|started at|start time|begin',
  ),
  plannedEnd: spec(
    'step',
    'han xu ly|han buoc|thoi han|du kien ket thuc|ket thuc du kien|thoi gian du kien|thoi han xu ly|han hoan thanh|planned end|planned|deadline|step due',
  ),
  endedAt: spec(
    'step',
    'ket thuc|thoi gian ket thuc|thoi diem ket thuc|ngay ket thuc|ngay gio ket thuc|hoan thanh|thoi gian hoan thanh|ngay hoan thanh|ket thuc luc|den ngay|end|ended|ended at|end time|finished|completed at',
  ),
  owner: spec(
    'owner',
    'chu ho so|ten chu ho so|ho ten chu ho so|nguoi nop|ten nguoi nop|ho ten nguoi nop|nguoi yeu cau|cong dan|to chuc ca nhan|ten to chuc ca nhan|ho ten|ho va ten|nguoi de nghi|owner|applicant|name',
  ),
  phone: spec('owner', 'dien thoai|so dien thoai|sdt|so dt|dien thoai lien he|phone|phone number|tel|mobile'),
  nationalId: spec(
    'owner',
    'cccd|so cccd|cmnd|so cmnd|so dinh danh|cccd cmnd|so giay to|giay to tuy than|national id|id number',
  ),
  address: spec('owner', 'dia chi|dia chi chu ho so|noi o|address|incident address'),
} satisfies Record<string, PastFieldSpec>;

export type PastField = keyof typeof pastFields;
export type PastTimeField = Extract<
  PastField,
  'receivedAt' | 'dueAt' | 'closedAt' | 'startedAt' | 'plannedEnd' | 'endedAt'
>;
export const timeFields: readonly PastTimeField[] = [
  'receivedAt',
  'dueAt',
  'closedAt',
  'startedAt',
  'plannedEnd',
  'endedAt',
];

/** Whether a text names a field. */
export function isPastField(text: string): text is PastField {
  return Object.hasOwn(pastFields, text);
}

const names = Object.keys(pastFields).filter(isPastField);
const byHeading = new Map<string, PastField>(
  names.flatMap((name) => pastFields[name].headings.map((heading) => [heading, name] as const)),
);
/** What stands above several columns of a two-line heading says whose times they are. */
const aboveSteps =
  /^(buoc|cac buoc|qua trinh|qua trinh xu ly|qua trinh giai quyet|xu ly|thoi gian xu ly|buoc xu ly|tien do) /;

/** The field that a heading names; undefined for a heading that nobody knows. */
export function pastFieldOf(heading: string): PastField | undefined {
  const folded = foldWords(heading.replace(/\([^)]*\)/g, ' ')).join(' ');
  return (
    byHeading.get(folded) ??
    byHeading.get(folded.replace(aboveSteps, '')) ??
    byHeading.get(folded.replace(/^(ho so|thong tin ho so|chu ho so|nguoi nop|thong tin chu ho so) /, ''))
  );
}
