import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { RegistryContext } from '../context.ts';
import { holderOf, nationalIdClaim } from './claim.ts';
import { citizensByIds } from './queries.ts';

/** How often in an hour an account may learn that a number is held by somebody whom it does not see. */
export const numbersInUseAnHour = 20;

/**
 * Does what a reader says with an identity number in it. That the number is in use by somebody outside their scope is written to the
 * access log and told only so often; after that a number is not even looked at: NATIONAL_ID_ASKED_OFTEN with the minutes to wait. The
 * number itself is noted nowhere.
 */
export async function withNumber<T>(
  context: RegistryContext,
  nationalId: string | null | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const said = nationalId?.normalize('NFC').trim() ?? '';
  if (said === '') return work();
  const attempt = await context.countHourly('number_in_use', numbersInUseAnHour);
  if (attempt.wait > 0) {
    const params = { minutes: Math.ceil(attempt.wait / 60) };
    throw new RejectionError({ code: 'NATIONAL_ID_ASKED_OFTEN', field: 'nationalId', params });
  }
  try {
    const done = await work();
    await attempt.takeBack();
    return done;
  } catch (error) {
    const inUse = error instanceof RejectionError && error.rejection.code === 'NATIONAL_ID_IN_USE';
    const hidden = inUse ? await hiddenHolder(context, said) : null;
    if (hidden === null) await attempt.takeBack();
    else await context.logAccess({ action: 'number_in_use', citizenIds: [hidden] });
    throw error;
  }
}

/** Who holds the number, when the reader does not see them. */
async function hiddenHolder(
  { scope, db, log, claimHash }: RegistryContext,
  nationalId: string,
): Promise<string | null> {
  const holder = holderOf(await log.readStream(nationalIdClaim(claimHash, nationalId)));
  if (holder === null) return null;
  return (await citizensByIds(scope, db, [holder])).has(holder) ? null : holder;
}
