import type { Scope } from '@nocgia/services/access/scope.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clerk, openWard, type Ward } from './ward.ts';

let ward: Ward;

beforeAll(async () => {
  ward = await openWard();
}, 120_000);
afterAll(() => ward.close());

describe('search', () => {
  const find = async (scope: Scope, text: string) => {
    const { hits } = (
      await ward.ask(
        scope,
        'query ($text: String!) { search(text: $text) { hits { kind title subtitle nationalId } } }',
        {
          text,
        },
      )
    ).data.search as { hits: { title: string }[] };
    return hits.map((hit) => hit.title);
  };
  test.each([
    ['an nguyen', ['Nguyễn Thị An']],
    ['NGUYEN THI A', ['Nguyễn Thị An']],
    ['Dao le', ['Lê Ánh Đào']],
    ['đào', ['Lê Ánh Đào']],
    ['079290000002', ['Trần Văn Bình']],
    ['+84 901.234.567', ['Nguyễn Thị An']],
    ['12/3/4 nguyen trai', ['12/3/4 Nguyễn Trãi']],
    ['12/3 trai', ['12/3/4 Nguyễn Trãi']],
    ['hòa binh', ['7 Hoà Bình']],
    ['nobody at all', []],
    ["o'neil \\ & | ! :*", []],
    ['   ', []],
  ])('%s', async (text, titles) => {
    expect(await find(clerk, text)).toEqual(titles);
  });
});
