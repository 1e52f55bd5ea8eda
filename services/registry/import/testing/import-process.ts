import { updateImport, findImport } from '../store.ts';
import { importResidents } from '../import-residents.ts';
import { runImport } from '../run.ts';
import { openHouse, ward, type HouseAddress } from './house.ts';

/** What `import-process.ts` is told, as JSON in its first argument. */
export interface ImportProcessOrder {
  address: HouseAddress;
  file: string;
  importId: string;
}

/**
 * A process that takes a register in, or goes on with it where a killed one stopped, with the projector beside it; it ends by itself
 * when everything is in the rows. Made to be killed at any moment.
 */
async function work({ address, file, importId }: ImportProcessOrder): Promise<void> {
  const house = await openHouse(address);
  const { deps } = house;
  if (await findImport(deps.pool, importId)) {
    await runImport(deps, importId);
    // The order to write may not have been given yet.
    await updateImport(deps.pool, importId, { state: 'committing' }, ['ready']);
    await runImport(deps, importId);
  } else await importResidents(deps, { file, unit: ward, dryRun: false, importId });
  await house.projector.runToHead();
  await house.close();
}

await work(JSON.parse(process.argv[2] ?? '{}') as ImportProcessOrder);
