import { expect, test } from 'vitest';
import { derivedId } from '../../event-store/derived-id.ts';
import { env, on, ready, stateOf, taken } from '../testing/scene.ts';
import { addCheckedFile, addFile, setFileAside } from './files.ts';
import { requestPapers, supplyPapers } from './waiting.ts';

test('a dossier holds 40 files; one that is set aside makes room for another', async () => {
  const world = ready();
  const dossierId = await taken(world);
  const add = (number: number) =>
    world.run(
      addFile(
        {
          ...on(world, dossierId),
          ...{ fileId: derivedId('file', number), paper: null, name: `${number}.pdf`, mediaType: 'application/pdf' },
          ...{ bytes: 10, hash: 'a'.repeat(64), from: 'officer' },
        },
        env('desk'),
      ),
    );
  for (let number = 1; number <= 40; number++) expect(await add(number)).toEqual({ fileId: derivedId('file', number) });
  await expect(add(41)).rejects.toThrow('FILES_FULL');
  const aside = { ...on(world, dossierId), fileId: derivedId('file', 7), reason: 'Quét nhầm' };
  await world.run(setFileAside(aside, env('desk')));
  await add(41);
  await expect(add(42)).rejects.toThrow('FILES_FULL');
});

test('a citizen’s answer is not held up by their own file, which is added while they send it; an officer’s page is told of it', async () => {
  const world = ready();
  const dossierId = await taken(world, undefined, { handOn: false });
  const papers = [{ name: 'Tờ khai', wrong: 'Thiếu chữ ký' }];
  await world.run(requestPapers({ ...on(world, dossierId), stage: 'intake', papers, legalBasis: null }, env('desk')));
  const seen = on(world, dossierId);
  const file = { fileId: derivedId('file', 1), paper: null, name: '1.pdf', mediaType: 'application/pdf' };
  const sent = { ...file, bytes: 10, hash: 'a'.repeat(64), from: 'citizen' as const };
  await world.run(addCheckedFile({ dossierId, ...sent }, env('desk')));
  const answer = { channel: 'online' as const, note: null };
  await expect(world.run(supplyPapers({ ...seen, ...answer }, env('desk')))).rejects.toThrow('DOSSIER_CHANGED');
  await world.run(supplyPapers({ dossierId, expectedVersion: null, ...answer }, env('desk')));
  expect(stateOf(world, dossierId).status).toBe('processing');
});
