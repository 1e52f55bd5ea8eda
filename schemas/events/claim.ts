import * as v from 'valibot';
import { uuid } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

/** Stream `claim-<HMAC>`: who holds a thing that only one may hold. The thing itself is never written. */
export const claimTaken = defineEvent('ClaimTaken', 1, { kind: v.picklist(['national-id', 'username']), holder: uuid });
export const claimReleased = defineEvent('ClaimReleased', 1, {
  kind: v.picklist(['national-id', 'username']),
  holder: uuid,
  reason: v.picklist(['death', 'correction', 'erasure', 'closed']),
});
/** Two holders were found to be one, or a merge was undone. */
export const claimTransferred = defineEvent('ClaimTransferred', 1, {
  kind: v.picklist(['national-id']),
  from: uuid,
  to: uuid,
});
export type ClaimEvent = EventOf<typeof claimTaken> | EventOf<typeof claimReleased> | EventOf<typeof claimTransferred>;
