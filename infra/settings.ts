import { join, resolve } from 'node:path';
import * as v from 'valibot';

/** A demo ward or a real one; each has a database and folders of its own. */
export type InstallationKind = 'demo' | 'ward';

/** The validated settings. Folders are absolute and those of the one kind in use. */
export type Settings = {
  /** 0 means any free port. */
  port: number;
  kind: InstallationKind;
  folders: { data: string; postgres: string; files: string; keys: string; backups: string };
  /** The office's own PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** A KurrentDB cluster as the log; undefined means the log lies in PostgreSQL. */
  eventStoreUrl: string | undefined;
  /** 32 bytes that wrap every person's key; undefined means the key file. */
  masterKey: Buffer | undefined;
  /** The one address people use, as `https://host`; undefined means whichever they came by. */
  origin: string | undefined;
  /** Where a clamd looks files from home through; undefined means that none does. */
  scanner: { host: string; port: number } | undefined;
  /** A service that signs with keys that it keeps for its holders; undefined means certificate files only. */
  signing: { url: string; token: string | null } | undefined;
  /** Where letters go out, and from whom; undefined means that none are sent. */
  mail: { url: string; from: string } | undefined;
  development: boolean;
};

/** One setting that cannot be used, and what to do about it, in both languages. The value itself is never repeated. */
export type SettingProblem = { name: string; vi: string; en: string };

/** Says every wrong setting at once. */
export class SettingsError extends Error {
  readonly problems: SettingProblem[];

  constructor(problems: SettingProblem[]) {
    const lines = problems.flatMap(({ name, vi, en }) => [`  ${name}: ${vi}`, `  ${' '.repeat(name.length)}  ${en}`]);
    super(['Cấu hình chưa đúng, chưa khởi động được / Wrong settings, cannot start:', ...lines].join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const problemTexts: Record<string, { vi: string; en: string }> = {
  PORT: {
    vi: 'phải là số cổng từ 0 đến 65535 (0 = cổng trống bất kỳ); bỏ trống để dùng 3000.',
    en: 'must be a port number from 0 to 65535 (0 = any free port); leave it out for 3000.',
  },
  NOCGIA_DATA: {
    vi: 'phải là đường dẫn thư mục dữ liệu; bỏ trống để dùng thư mục mặc định.',
    en: 'must be the path of the data folder; leave it out for the default one.',
  },
  NOCGIA_DEMO: {
    vi: 'phải là 1 (phường mẫu, dữ liệu giả) hoặc 0 (phường thật); bỏ trống là 1.',
    en: 'must be 1 (demo ward, invented data) or 0 (real ward); left out it means 1.',
  },
  DATABASE_URL: {
    vi: 'phải có dạng postgresql://user:password@host:5432/database; bỏ trống để dùng PostgreSQL kèm sẵn.',
    en: 'must look like postgresql://user:password@host:5432/database; leave it out for the embedded PostgreSQL.',
  },
  EVENT_STORE_URL: {
    vi: 'phải có dạng esdb://host:2113 (hoặc esdb+discover://, kurrentdb://, kurrentdb+discover://); bỏ trống để ghi nhật ký vào PostgreSQL.',
    en: 'must look like esdb://host:2113 (or esdb+discover://, kurrentdb://, kurrentdb+discover://); leave it out to keep the log in PostgreSQL.',
  },
  NOCGIA_MASTER_KEY: {
    vi: 'phải là khóa 32 byte viết bằng base64 hoặc 64 chữ số hex (tạo bằng: openssl rand -base64 32); bỏ trống để dùng tệp khóa.',
    en: 'must be a key of 32 bytes in base64 or 64 hex digits (make one with: openssl rand -base64 32); leave it out for the key file.',
  },
  NOCGIA_ORIGIN: {
    vi: 'phải là địa chỉ gốc như https://nocgia.phuong.vn, không có đường dẫn phía sau.',
    en: 'must be an origin such as https://nocgia.phuong.vn, without a path.',
  },
  NOCGIA_SCANNER: {
    vi: 'phải là địa chỉ của clamd như 127.0.0.1:3310; bỏ trống nếu không có phần mềm quét mã độc.',
    en: 'must be the address of a clamd such as 127.0.0.1:3310; leave it out where there is no scanner.',
  },
  NOCGIA_SIGNING_URL: {
    vi: 'phải là địa chỉ dịch vụ ký số, dạng https://…; bỏ trống nếu chỉ ký bằng tệp chứng thư số.',
    en: 'must be the address of a signing service, https://…; leave it out to sign with certificate files only.',
  },
  NOCGIA_SIGNING_TOKEN: {
    vi: 'phải là mã truy cập dịch vụ ký số, không có khoảng trắng; bỏ trống nếu dịch vụ không cần.',
    en: 'must be the token for the signing service, without blanks; leave it out if the service wants none.',
  },
  NOCGIA_SMTP_URL: {
    vi: 'phải có dạng smtp://user:password@host:587 hoặc smtps://…; bỏ trống nếu không gửi thư.',
    en: 'must look like smtp://user:password@host:587 or smtps://…; leave it out to send no mail.',
  },
  NOCGIA_MAIL_FROM: {
    vi: 'phải là địa chỉ thư của cơ quan, dạng ubnd@phuong.vn; bắt buộc khi có NOCGIA_SMTP_URL.',
    en: 'must be the mail address of the office, such as office@ward.vn; needed where NOCGIA_SMTP_URL is set.',
  },
  NODE_ENV: {
    vi: 'phải là production, development hoặc test; bỏ trống là production.',
    en: 'must be production, development or test; left out it means production.',
  },
};

function isUrl(value: string, protocols: string[], check: (url: URL) => boolean): boolean {
  const url = URL.parse(value);
  return url !== null && protocols.includes(url.protocol) && check(url);
}

function decodeKey(value: string): Buffer {
  return Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64url');
}

const Environment = v.pipe(
  v.object({
    PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '3000'),
    NOCGIA_DATA: v.optional(
      v.pipe(
        v.string(),
        v.check((value) => !value.includes('\0') && !value.includes('://')),
      ),
    ),
    NOCGIA_DEMO: v.optional(v.picklist(['1', '0']), '1'),
    DATABASE_URL: v.optional(
      v.pipe(
        v.string(),
        v.check((value) => isUrl(value, ['postgres:', 'postgresql:'], (url) => url.pathname.length > 1)),
      ),
    ),
    EVENT_STORE_URL: v.optional(v.pipe(v.string(), v.regex(/^(?:esdb|kurrentdb)(?:\+discover)?:\/\/[^/\s]+/))),
    NOCGIA_MASTER_KEY: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[0-9A-Za-z+/_-]+={0,2}$/),
        v.transform(decodeKey),
        v.check((key) => key.length === 32),
      ),
    ),
    NOCGIA_ORIGIN: v.optional(
      v.pipe(
        v.string(),
        v.transform((value) => value.replace(/\/$/, '')),
        v.check((value) => isUrl(value, ['http:', 'https:'], (url) => url.origin === value)),
      ),
    ),
    NOCGIA_SCANNER: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[A-Za-z0-9.-]+:\d{1,5}$/),
        v.transform((value) => ({ host: value.replace(/:\d+$/, ''), port: Number(value.replace(/^.*:/, '')) })),
        v.check(({ port }) => port > 0 && port < 65_536),
      ),
    ),
    NOCGIA_SIGNING_URL: v.optional(
      v.pipe(
        v.string(),
        v.transform((value) => value.replace(/\/+$/, '')),
        v.check((value) => isUrl(value, ['http:', 'https:'], (url) => url.search === '' && url.hash === '')),
      ),
    ),
    NOCGIA_SIGNING_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,4000}$/))),
    NOCGIA_SMTP_URL: v.optional(
      v.pipe(
        v.string(),
        v.check((value) => isUrl(value, ['smtp:', 'smtps:'], (url) => url.hostname !== '')),
      ),
    ),
    NOCGIA_MAIL_FROM: v.optional(v.pipe(v.string(), v.email())),
    NODE_ENV: v.optional(v.picklist(['production', 'development', 'test']), 'production'),
  }),
  v.forward(
    v.partialCheck(
      [['NOCGIA_SMTP_URL'], ['NOCGIA_MAIL_FROM']],
      (given) => given.NOCGIA_SMTP_URL === undefined || given.NOCGIA_MAIL_FROM !== undefined,
    ),
    ['NOCGIA_MAIL_FROM'],
  ),
);

/**
 * Reads the settings from the environment; `defaultData` is the data folder where NOCGIA_DATA says none. An empty
 * variable counts as left out. Throws {@link SettingsError} naming all that is wrong.
 */
export function readSettings(environment: NodeJS.ProcessEnv, defaultData: string): Settings {
  const given = Object.fromEntries(
    Object.keys(problemTexts).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const result = v.safeParse(Environment, given);
  if (!result.success) {
    const names = new Set(result.issues.map((issue) => String(issue.path?.[0].key)));
    throw new SettingsError(
      [...names].map((name) => ({ name, ...(problemTexts[name] ?? { vi: 'không đúng.', en: 'is wrong.' }) })),
    );
  }
  const values = result.output;
  const kind = values.NOCGIA_DEMO === '1' ? 'demo' : 'ward';
  const data = join(resolve(values.NOCGIA_DATA ?? defaultData), kind);
  return {
    port: values.PORT,
    kind,
    folders: {
      data,
      postgres: join(data, 'postgres'),
      files: join(data, 'files'),
      keys: join(data, 'keys'),
      backups: join(data, 'backups'),
    },
    databaseUrl: values.DATABASE_URL,
    eventStoreUrl: values.EVENT_STORE_URL,
    masterKey: values.NOCGIA_MASTER_KEY,
    origin: values.NOCGIA_ORIGIN,
    scanner: values.NOCGIA_SCANNER,
    signing: values.NOCGIA_SIGNING_URL
      ? { url: values.NOCGIA_SIGNING_URL, token: values.NOCGIA_SIGNING_TOKEN ?? null }
      : undefined,
    mail:
      values.NOCGIA_SMTP_URL && values.NOCGIA_MAIL_FROM
        ? { url: values.NOCGIA_SMTP_URL, from: values.NOCGIA_MAIL_FROM }
        : undefined,
    development: values.NODE_ENV === 'development',
  };
}
