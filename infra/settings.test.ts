import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const problemsOf = (environment: NodeJS.ProcessEnv): string[] => {
  try {
    readSettings(environment, '/data');
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map((problem) => problem.name);
    throw error;
  }
  return [];
};

describe('readSettings', () => {
  test('an empty environment gives the demo ward on port 3000, with folders of its own', () => {
    expect(readSettings({}, '/data')).toEqual({
      port: 3000,
      kind: 'demo',
      folders: {
        data: '/data/demo',
        postgres: '/data/demo/postgres',
        files: '/data/demo/files',
        keys: '/data/demo/keys',
        backups: '/data/demo/backups',
      },
      databaseUrl: undefined,
      eventStoreUrl: undefined,
      masterKey: undefined,
      origin: undefined,
      scanner: undefined,
      development: false,
    });
  });

  test('demo and real ward share no folder', () => {
    const demo = Object.values(readSettings({ NOCGIA_DEMO: '1' }, '/data').folders);
    const ward = Object.values(readSettings({ NOCGIA_DEMO: '0' }, '/data').folders);
    expect(demo.filter((folder) => ward.some((other) => `${other}/`.startsWith(`${folder}/`)))).toEqual([]);
  });

  test('takes every setting, and an empty one as left out', () => {
    const key = Buffer.alloc(32, 7);
    const settings = readSettings(
      {
        PORT: '8080',
        NOCGIA_DATA: '/srv/nocgia',
        NOCGIA_DEMO: '0',
        DATABASE_URL: 'postgresql://nocgia:secret@db:5432/nocgia',
        EVENT_STORE_URL: 'esdb://events:2113?tls=false',
        NOCGIA_MASTER_KEY: key.toString('base64'),
        NOCGIA_ORIGIN: 'https://nocgia.example/',
        NODE_ENV: '',
      },
      '/data',
    );
    expect(settings).toMatchObject({ port: 8080, kind: 'ward', origin: 'https://nocgia.example', development: false });
    expect(settings.folders.files).toBe('/srv/nocgia/ward/files');
    expect(settings.masterKey).toEqual(key);
    expect(readSettings({ NOCGIA_MASTER_KEY: key.toString('hex') }, '/data').masterKey).toEqual(key);
  });

  test('names all that is wrong at once, in both languages, without repeating the values', () => {
    const environment = {
      PORT: '80a',
      NOCGIA_DATA: 'file:///srv',
      NOCGIA_DEMO: 'yes',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      EVENT_STORE_URL: 'http://events',
      NOCGIA_MASTER_KEY: 'c2hvcnQ=',
      NOCGIA_ORIGIN: 'https://nocgia.example/path',
      NODE_ENV: 'prod',
    };
    expect(problemsOf(environment)).toEqual(Object.keys(environment));
    expect(() => readSettings(environment, '/data')).toThrow(/PORT: phải là số cổng[\s\S]*must be a port number/);
    expect(() => readSettings(environment, '/data')).not.toThrow(/hunter2|c2hvcnQ=/);
  });

  test.each(['65536', '-1', '3000.5', '0x10'])('PORT %s is refused', (port) => {
    expect(problemsOf({ PORT: port })).toEqual(['PORT']);
  });

  test('a database URL needs a database', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql://db:5432/' })).toEqual(['DATABASE_URL']);
  });
});
