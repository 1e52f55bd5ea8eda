import { describe, expect, test } from 'vitest';
import { textOfWorkbook } from '../../test/support/workbook-text.ts';
import { peopleSheet } from './lists.ts';
import { words } from './words.ts';
import { neutral } from '@nocgia/schemas/text/neutral.ts';
import { workbook } from './xlsx.ts';

describe('a workbook', () => {
  test.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes %j for a text', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });

  test.each(['Nguyễn Văn Bé', '079190000001', '', '12/3', "'=1"])('leaves %j as it is', (text) => {
    expect(neutral(text)).toBe(text);
  });

  test('holds no formula, whatever its cells begin with, and no part of a file outside itself', async () => {
    const evil = '=HYPERLINK("http://x.example","Bấm vào đây")';
    const sheet = peopleSheet(
      words.vi,
      [evil],
      [
        {
          since: '2026-01-01',
          citizen: { fullName: evil, sex: 'female', birth: '1990', nationalId: '+84' },
          household: { dwelling: { address: '@x' } },
        },
      ],
      false,
    );
    const text = textOfWorkbook(
      await workbook([sheet, { name: 'a/b*c[1]', above: [], columns: [], rows: [[null, 3]] }]),
    );
    expect(text).not.toMatch(/<f[ >]/);
    expect(text).not.toContain('>=HYPERLINK');
    expect(text).toMatch(/'=HYPERLINK/);
    expect(text).toMatch(/'\+84/);
    expect(text).toContain('01/01/2026');
    expect(text).toContain('a b c 1');
  });
});
