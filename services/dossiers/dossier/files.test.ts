import { expect, test } from 'vitest';
import { derivedId } from '../../event-store/derived-id.ts';
import { env, on, ready, taken } from '../testing/scene.ts';
import { addFile, setFileAside } from './files.ts';

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
