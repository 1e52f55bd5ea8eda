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

const Environment = v.object({
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
  NODE_ENV: v.optional(v.picklist(['production', 'development', 'test']), 'production'),
});

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
    development: values.NODE_ENV === 'development',
  };
}
