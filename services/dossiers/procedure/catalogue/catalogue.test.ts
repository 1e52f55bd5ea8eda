import { procedureCode, procedureContent } from '@nocgia/schemas/events/procedure.ts';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { feesOf } from '../../fee/reckon.ts';
import { given } from '../../../event-store/given.ts';
import { env, ward } from '../../testing/scene.ts';
import { publishProcedure } from '../procedure.ts';
import { shippedCodes, shippedContent } from './catalogue.ts';
import { shippedProposals } from './publish-catalogue.ts';

const of = (code: string) => {
  const content = shippedContent(code);
  if (!content) throw new Error(`${code} does not ship`);
  return content;
};

test('every procedure that ships is whole by the schema, and the command takes it', async () => {
  expect(shippedCodes.length).toBeGreaterThanOrEqual(70);
  expect(new Set(shippedCodes).size).toBe(shippedCodes.length);
  const world = given({});
  for (const code of shippedCodes) {
    expect(v.safeParse(procedureCode, code).success, code).toBe(true);
    const content = of(code);
    expect(v.safeParse(procedureContent, content).issues, code).toBeUndefined();
    for (const list of [content.steps, content.papers, content.fees])
      expect(new Set(list.map(({ key }) => key)).size, code).toBe(list.length);
    expect(content.steps[0]?.kind, code).toBe('take');
    expect(content.steps.at(-1)?.kind, code).toBe('return');
    // Refuses by throwing: unique keys, a first step that takes, a reason where a part is not online.
    await world.run(
      publishProcedure({ ward, code, validFrom: '2026-01-01', content, expectedVersion: 0 }, env('leader')),
    );
  }
});

test('terms and fees as the national portal shows them', () => {
  const term = (code: string) => of(code).term;
  expect(term('1.004873')).toEqual({ unit: 'working_days', amount: 3 });
  expect(term('1.001193')).toEqual({ unit: 'same_day' });
  expect(of('1.001193')).toMatchObject({ cutoff: true, fees: [], settlement: 'birth' });
  expect(term('2.000779')).toEqual({ unit: 'days', amount: 10 });
  expect(term('2.001159')).toEqual({ unit: 'hours', amount: 1 });
  expect(term('1.011607')).toEqual({ unit: 'days', amount: 15 });
  expect(term('1.012812')).toEqual({ unit: 'days', amount: 30 });
  expect(term('2.000424')).toEqual({ unit: 'working_days', amount: 7 });
  expect(of('2.000635').fees).toMatchObject([{ amount: 8000, per: 'copy' }]);
  expect(of('2.001263').fees).toMatchObject([{ amount: 400_000, per: 'dossier' }]);
});

test('a certified copy costs 2,000 đ a page, 1,000 đ from the third, 200,000 đ at most', () => {
  const content = of('2.000815');
  expect(content).toMatchObject({ term: { unit: 'same_day' }, matter: 'authentication', onTheSpot: true });
  const on = { day: '2026-11-20', channel: 'desk' } as const;
  const asked = (quantity: number, copies: number) => [{ feeKey: 'phi_trang', quantity, copies, discountKey: null }];
  expect(feesOf(content.fees, asked(2, 1), on)).toMatchObject({ total: 4000 });
  expect(feesOf(content.fees, asked(5, 2), on)).toMatchObject({ total: 14_000 });
  expect(feesOf(content.fees, asked(500, 1), on)).toMatchObject({ total: 200_000 });
});

test('residence is the police’s but for the one confirmation that the ward gives; its fees go by the way of handing in', () => {
  const residence = shippedCodes.filter((code) => of(code).matter === 'residence');
  expect(residence.filter((code) => of(code).competence === 'ward')).toEqual(['1.013314']);
  expect(of('1.004222').competence).toBe('police');
  const asked = [{ feeKey: 'le_phi_truc_tuyen', quantity: 1, copies: 1, discountKey: null }];
  const fees = of('1.004222').fees;
  expect(feesOf(fees, asked, { day: '2026-11-20', channel: 'online' })).toMatchObject({ total: 10_000 });
  expect(feesOf(fees, asked, { day: '2026-11-20', channel: 'desk' })).toMatchObject({ ok: false });
});

test('no unit is guessed: what the portal shows without one has no term and is asked for', () => {
  const withoutTerm = shippedProposals().flatMap(({ code, termAsked }) => (termAsked ? [code] : []));
  for (const code of ['2.000806', '2.000720', '1.001570', '1.013225', '1.010041', '1.003677', '2.002516', '1.011606'])
    expect(withoutTerm, code).toContain(code);
  for (const code of ['1.004873', '1.001193', '2.000815', '1.004222']) expect(withoutTerm, code).not.toContain(code);
});
