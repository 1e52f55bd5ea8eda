/** What a column of a register can give. `many`: several columns may give it together, joined in the order of the mapping. */
export interface FieldSpec {
  group: 'person' | 'birth' | 'household' | 'address' | 'residence' | 'other' | 'file';
  many?: boolean;
  /** Headings that name it, folded (no accents, lower case, single spaces). */
  headings: readonly string[];
}

const spec = (group: FieldSpec['group'], headings: string, many = false): FieldSpec => ({
  group,
  many,
  headings: headings.split('|'),
});

/** Every field of a resident that a column can be mapped to, with the headings that Vietnamese and English registers use for it. */
export const importFields = {
  sourceKey: spec(
    'file',
    'ma nhan khau|ma cong dan|ma so|ma|person id|personid|person|id|record id|source id|ma dinh danh noi bo',
  ),
  ordinal: spec('file', 'stt|tt|so tt|so thu tu|no|n o|row|line'),
  fullName: spec(
    'person',
    'ho va ten|ho ten|ho ten day du|ho va ten nhan khau|ho ten nhan khau|ho va ten khai sinh|ho chu dem va ten khai sinh|ho chu dem va ten|ho va ten cong dan|ten nhan khau|ten cong dan|full name|fullname|name|person name|resident|ho va ten thanh vien|ho ten thanh vien|thanh vien',
  ),
  namePart: spec(
    'person',
    'ho|ho dem|ho lot|ho va ten dem|ho va chu dem|ho va ten lot|ho chu dem|ten dem|chu dem|ten lot|ten|first name|firstname|forename|given name|givenname|given names|middle name|last name|lastname|surname|family name|familyname|pername1|pername2',
    true,
  ),
  otherName: spec('person', 'ten khac|ten goi khac|ten thuong goi|bi danh|other name|alias'),
  sex: spec(
    'person',
    'gioi tinh|gioi|phai|gt|nam nu|nam hay nu|gioi tinh nam nu|gioi tinh nam hay nu|gioi tinh nu nam|sex|gender',
  ),
  /** A column in which only women have a mark. */
  femaleMark: spec('person', 'la nu'),
  birth: spec(
    'birth',
    'ngay sinh|ngay thang nam sinh|ngay thang nam|ngay thang sinh|ngay thang nam sinh dd mm yyyy|nam sinh|sinh ngay|sinh nam|nt ns|ntns|date of birth|birth date|birthdate|dob|birthday|born|birth',
  ),
  birthDay: spec(
    'birth',
    'ngay|dob day|birth day|day of birth|day|ngay sinh ngay|ngay thang nam sinh ngay|date of birth day',
  ),
  birthMonth: spec(
    'birth',
    'thang|thang sinh|dob mon|dob month|birth month|month of birth|month|ngay sinh thang|ngay thang nam sinh thang|date of birth month',
  ),
  birthYear: spec(
    'birth',
    'dob year|birth year|year of birth|year|yob|ngay sinh nam|ngay thang nam sinh nam|nam sinh nam|date of birth year',
  ),
  birthMale: spec('birth', 'nam sinh nam gioi|ngay sinh nam gioi|nam sinh cua nam|gioi tinh nam|phai nam|gt nam|male'),
  birthFemale: spec(
    'birth',
    'nam sinh nu|nam sinh nu gioi|ngay sinh nu|ngay thang nam sinh nu|nam sinh cua nu|gioi tinh nu|phai nu|gt nu|female',
  ),
  nationalId: spec(
    'person',
    'so dinh danh|so dinh danh ca nhan|ma dinh danh|ma dinh danh ca nhan|dinh danh ca nhan|sddcn|cccd|so cccd|can cuoc|so can cuoc|can cuoc cong dan|so can cuoc cong dan|cmnd cccd|cccd cmnd|so cmnd cccd|so cccd cmnd|cccd so dinh danh|so dinh danh cccd|cccd ma dinh danh|giay to tuy than|national id|nationalid|national id number|citizen id|id number|id no|id card|personal id',
  ),
  earlierId: spec('person', 'cmnd|so cmnd|cmt|so cmt|chung minh nhan dan|so chung minh nhan dan|old id|earlier id'),
  phone: spec(
    'person',
    'dien thoai|so dien thoai|sdt|so dt|dien thoai lien he|so dien thoai lien he|di dong|phone|phone number|mobile|tel|telephone',
  ),
  email: spec('person', 'email|e mail|thu dien tu'),
  relation: spec(
    'household',
    'quan he|quan he voi chu ho|qh voi chu ho|quan he chu ho|qh chu ho|qhch|moi quan he|moi quan he voi chu ho|vai tro|vai tro trong ho|relation|relationship|relation to head|relationship to head|relation to head of household|relationship to head of household|role',
  ),
  headName: spec(
    'household',
    'chu ho|ho ten chu ho|ho va ten chu ho|ten chu ho|chu ho ho va ten|chu ho ho ten|la chu ho|head|head of household|household head',
  ),
  headId: spec(
    'household',
    'cccd chu ho|so cccd chu ho|cccd cua chu ho|so cccd cua chu ho|so dinh danh chu ho|so dinh danh ca nhan chu ho|ma dinh danh chu ho|so can cuoc chu ho|can cuoc chu ho|cmnd chu ho|so cmnd chu ho|chu ho cccd|chu ho so cccd|chu ho so dinh danh|head id|head national id|id of head|head of household id',
  ),
  householdNumber: spec(
    'household',
    'so ho|ho so|ma ho|ma so ho|ma ho gia dinh|so ho gia dinh|so ho khau|so so ho khau|ho khau so|so so|so dang ky ho khau|stt ho|household|household no|household number|household id|householdid|hh|hh no|hh id|hhid|hhno',
  ),
  householdKey: spec('household', 'enumpc|postcode|post code|zip|zip code|ma buu chinh', true),
  houseNumber: spec('address', 'so nha|so nha moi|house number|house no|housenumber|hse num|hse no|so'),
  oldNumber: spec('address', 'so cu|so nha cu|old number|old house number'),
  street: spec('address', 'duong|ten duong|duong pho|pho|hem|duong hem|tuyen duong|street|street name|str nam|road'),
  address: spec(
    'address',
    'dia chi|dia chi thuong tru|dia chi hien tai|dia chi noi o|dia chi cu tru|noi thuong tru|noi o|noi o hien tai|noi o hien nay|cho o|cho o hien nay|cho o hien tai|noi cu tru|ho khau thuong tru|thuong tru|address|current address|full address|cap add|residence address',
  ),
  neighbourhood: spec(
    'address',
    'khu pho|kp|to dan pho|tdp|to|thon|ap|khom|khu vuc|khu dan cu|khu pho ap|ap khu pho|khu pho thon|to dan pho khu pho|neighbourhood|neighborhood|area|zone|block',
  ),
  residenceKind: spec(
    'residence',
    'loai cu tru|hinh thuc cu tru|tinh trang cu tru|dien cu tru|cu tru|loai ho khau|loai dang ky|thuong tru tam tru|thuong tru hay tam tru|residence kind|residence type|residence status',
  ),
  since: spec(
    'residence',
    'ngay dang ky|ngay dang ky thuong tru|ngay dang ky tam tru|ngay dang ky cu tru|ngay chuyen den|ngay den|ngay nhap khau|tu ngay|o tu ngay|since|registered on|registration date|move in date|from date',
  ),
  until: spec('residence', 'den ngay|thoi han|thoi han tam tru|han tam tru|ngay het han|until|valid until|expires'),
  cameFrom: spec(
    'residence',
    'noi den|noi chuyen den tu|noi o truoc|noi thuong tru truoc day|dia chi truoc|came from|previous address',
  ),
  ethnicity: spec('other', 'dan toc|ethnicity|ethnic group'),
  religion: spec('other', 'ton giao|religion'),
  nationality: spec('other', 'quoc tich|nationality'),
  birthPlace: spec('other', 'noi sinh|noi dang ky khai sinh|place of birth|birth place|birthplace'),
  homeTown: spec('other', 'que quan|nguyen quan|home town|hometown'),
  education: spec('other', 'trinh do hoc van|hoc van|trinh do van hoa|trinh do|van hoa|tdhv|education'),
  occupation: spec('other', 'nghe nghiep|nghe|cong viec|occupation|job'),
  workplace: spec('other', 'noi lam viec|noi cong tac|co quan|don vi cong tac|workplace|employer'),
  maritalStatus: spec('other', 'tinh trang hon nhan|hon nhan|tthn|marital status'),
  disability: spec('other', 'khuyet tat|dang khuyet tat|loai khuyet tat|disability'),
  healthInsurance: spec('other', 'the bhyt|bhyt|so the bhyt|ma bhyt|bao hiem y te|so bao hiem y te|health insurance'),
  eidLevel: spec('other', 'muc dinh danh|muc dinh danh dien tu|muc do dinh danh|dinh danh dien tu|vneid|eid level'),
  eidSince: spec('other', 'ngay dinh danh|ngay kich hoat dinh danh|ngay kich hoat vneid|eid since'),
  note: spec('other', 'ghi chu|note|notes|remark|remarks|comment'),
} satisfies Record<string, FieldSpec>;

export type FieldName = keyof typeof importFields;

/** Whether a text names a field. */
export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(importFields, text);
}

/** Field specifications by name, for reading over all of them. */
export const fieldSpecs: Readonly<Record<FieldName, FieldSpec>> = importFields;
