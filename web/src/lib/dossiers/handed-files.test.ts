import { describe, expect, test } from 'vitest';
import { fileCommand, filesIn, handOver } from './handed-files.ts';
import type { Sent } from './upload.ts';

const commandId = '7d9a4a5e-6f0b-4c57-9a34-5b1f2f3c0001';
const on = { to: '/dossiers/1?taken', commandId };
const file = (name: string): File => new File(['x'], name);
const three = ['to_khai', 'ket_hon', ''].map((paper) => ({ paper, file: file(paper) }));

/** Answers what is told for each file in turn, and notes what was sent. */
function answering(answers: readonly Sent[]) {
  const sent: { address: string; fields: object }[] = [];
  const send = (address: string, fields: object) => {
    sent.push({ address, fields });
    return Promise.resolve(answers[sent.length - 1] ?? { kept: true as const });
  };
  return { sent, send };
}
const no = (code: string | null, limit?: number): Sent => ({
  ...{ kept: false, code, message: '' },
  ...(limit === undefined ? {} : { limit }),
});

describe('the files of an intake', () => {
  test('are those that were chosen, with the paper that their field names', () => {
    const posted = new FormData();
    posted.append('name', 'Lê Thị An');
    posted.append('file-to_khai', file('a.pdf'));
    posted.append('file-to_khai', file('b.pdf'));
    posted.append('file-ket_hon', new File([], ''));
    posted.append('file-', file('c.pdf'));
    expect(filesIn(posted).map((one) => [one.paper, one.file.name])).toEqual([
      ['to_khai', 'a.pdf'],
      ['to_khai', 'b.pdf'],
      ['', 'c.pdf'],
    ]);
  });

  test('have commands of their own, the same ones when the form is sent again', () => {
    const ids = Array.from({ length: 40 }, (_, n) => fileCommand(commandId, n));
    expect(new Set([...ids, commandId]).size).toBe(41);
    expect(ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect(fileCommand(commandId, 7)).toBe(ids[7]);
  });

  test('go one by one to the dossier, and its page follows', async () => {
    const { sent, send } = answering([]);
    expect(await handOver(three, on, send)).toBe('/dossiers/1?taken');
    expect(sent.map(({ address }) => address)).toEqual(Array(3).fill('/api/dossiers/1/files'));
    expect(sent[1]?.fields).toEqual({ commandId: fileCommand(commandId, 1), paper: 'ket_hon' });
  });

  test.each([
    ['the others go on', [no('FILE_TOO_LARGE', 20)], 3, '&left=1&refused=FILE_TOO_LARGE&limit=20'],
    ['of two the first is told', [no('FILE_TYPE'), no('FILE_DAMAGED')], 3, '&left=2&refused=FILE_TYPE'],
    [
      'a full dossier takes none of the rest',
      [{ kept: true }, no('FILES_FULL', 40)],
      2,
      '&left=2&refused=FILES_FULL&limit=40',
    ],
    ['without an answer nothing more is tried', [no('FILE_TYPE'), no(null)], 2, '&left=3&refused=FILE_TYPE'],
    ['nor is a reason made up', [no(null)], 1, '&left=3'],
  ] as [string, Sent[], number, string][])('where one is refused: %s', async (_, answers, tried, told) => {
    const { sent, send } = answering(answers);
    expect(await handOver(three, on, send)).toBe(`/dossiers/1?taken${told}`);
    expect(sent).toHaveLength(tried);
  });
});
