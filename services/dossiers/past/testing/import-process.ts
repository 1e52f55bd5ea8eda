import { openHouse, type HouseAddress } from '../../../registry/import/testing/house.ts';
import { ward } from '../../testing/scene.ts';
import { importDossiers } from '../import-dossiers.ts';
import { runPast } from '../run.ts';
import { findPast, updatePast } from '../store.ts';

/** A process that takes dossiers in, or goes on with it where a killed one stopped. Made to be killed at any moment. */
async function work(order: { address: HouseAddress; file: string; importId: string }): Promise<void> {
  const { address, file, importId } = order;
  const house = await openHouse(address);
  const { deps } = house;
  if (await findPast(deps.pool, importId)) {
    await runPast(deps, importId);
    // The order to write may not have been given yet.
    await updatePast(deps.pool, importId, { state: 'committing' }, ['ready']);
    await runPast(deps, importId);
  } else await importDossiers(deps, { file, unit: ward, dryRun: false, importId });
  await house.projector.runToHead();
  await house.close();
}

await work(JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof work>[0]);
