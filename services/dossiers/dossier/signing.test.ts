import { describe, expect, test } from 'vitest';
import { derivedId } from '../../event-store/derived-id.ts';
import type { World } from '../../event-store/given.ts';
import { env, on, ready, stateOf, taken } from '../testing/scene.ts';
import { settleDossier } from './ending.ts';
import { addFile, setFileAside } from './files.ts';
import { signResult } from './signing.ts';
import { approveDossier, handOnDossier } from './work.ts';

const draft = derivedId('file', 'draft');
const copy = derivedId('file', 'copy');
const signed = { fileId: copy, bytes: 20, hash: 'b'.repeat(64) };
const certificate = 'c'.repeat(64);

/** A dossier at its step of approval with the draft of its result. */
async function drafted(mediaType = 'application/pdf'): Promise<{ world: World; dossierId: string }> {
  const world = ready();
  const dossierId = await taken(world);
  const step = { to: null, note: null, assign: null };
  const file = { fileId: draft, paper: null, name: 'Giấy xác nhận.PDF', mediaType, bytes: 10, hash: 'a'.repeat(64) };
  await world.run(addFile({ ...on(world, dossierId), ...file, from: 'officer' }, env('civil_status')));
  await world.run(handOnDossier({ ...on(world, dossierId), ...step }, env('civil_status')));
  return { world, dossierId };
}
const sign = (world: World, dossierId: string, role: 'leader' | 'desk' = 'leader') =>
  world.run(signResult({ ...on(world, dossierId), fileId: draft, signed, certificate }, env(role)));

describe('a result', () => {
  test('is signed by the leader: the copy belongs to the dossier and stands for the draft, in one append', async () => {
    const { world, dossierId } = await drafted();
    const before = world.events(`dossier-${dossierId}`).length;
    expect(await sign(world, dossierId)).toEqual({ signedFileId: copy });
    const [added, made] = world.events(`dossier-${dossierId}`).slice(before);
    expect(added).toMatchObject({
      type: 'DossierFileAdded',
      data: { fileId: copy, name: 'Giấy xác nhận (đã ký).pdf', from: 'system', paper: null, bytes: 20 },
    });
    expect(made).toMatchObject({
      type: 'DossierSigned',
      data: { fileId: draft, signedFileId: copy, certificate },
    });
    expect(stateOf(world, dossierId).files).toMatchObject([
      { fileId: draft, signedAs: copy },
      { fileId: copy, signedAs: null },
    ]);
  });

  test('is signed once; only the signed copy is what settles the dossier', async () => {
    const { world, dossierId } = await drafted();
    await sign(world, dossierId);
    await expect(sign(world, dossierId)).rejects.toThrow('FILE_SIGNED');
    await world.run(approveDossier({ ...on(world, dossierId), note: null }, env('leader')));
    const settle = (fileId: string) =>
      world.run(settleDossier({ ...on(world, dossierId), resultNumber: null, issuedOn: null, fileId }, env('leader')));
    await expect(settle(draft)).rejects.toThrow('FILE_SIGNED');
    await settle(copy);
    expect(stateOf(world, dossierId).status).toBe('settled');
  });

  test('is signed at the step of approval, by whose step it is', async () => {
    const { world, dossierId } = await drafted();
    await expect(sign(world, dossierId, 'desk')).rejects.toThrow('STEP_NOT_YOURS');
    const back = { to: 'tham_dinh', note: 'Sửa lại', assign: null };
    await world.run(handOnDossier({ ...on(world, dossierId), ...back }, env('leader')));
    await expect(sign(world, dossierId)).rejects.toThrow('SIGNING_STEP');
  });

  test('that was set aside, is no PDF or is no file of it is not signed', async () => {
    const photo = await drafted('image/jpeg');
    await expect(sign(photo.world, photo.dossierId)).rejects.toThrow('FILE_NOT_PDF');
    const { world, dossierId } = await drafted();
    await world.run(setFileAside({ ...on(world, dossierId), fileId: draft, reason: 'Nhầm' }, env('leader')));
    await expect(sign(world, dossierId)).rejects.toThrow('FILE_UNKNOWN');
  });

  test('is signed against the version that the page showed, or as it stands where the signature came late', async () => {
    const { world, dossierId } = await drafted();
    const late = { ...on(world, dossierId), fileId: draft, signed, certificate };
    await world.run(approveDossier({ ...on(world, dossierId), note: null }, env('leader')));
    await expect(world.run(signResult(late, env('leader')))).rejects.toThrow('DOSSIER_CHANGED');
    await world.run(signResult({ ...late, expectedVersion: null }, env('leader')));
  });
});
