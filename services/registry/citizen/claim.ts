import type { ClaimEvent } from '@nocgia/schemas/events/claim.ts';
import { after } from '../../event-store/deciding.ts';
import type { Decision } from '../../event-store/dispatcher.ts';
import type { DomainEvent, RecordedEvent } from '../../event-store/log.ts';

/** Who holds a claim now; null = nobody. */
export function holderOf(events: readonly DomainEvent[] = []): string | null {
  let holder: string | null = null;
  for (const event of events) {
    const fact = event as ClaimEvent;
    if (fact.type === 'ClaimTaken') holder = fact.data.holder;
    else if (fact.type === 'ClaimTransferred') holder = fact.data.to;
    else if (fact.type === 'ClaimReleased') holder = null;
  }
  return holder;
}

/** Stream of the claim on a national id; the id itself is in no name and no event of it. */
export function nationalIdClaim(hash: (text: string) => string, nationalId: string): string {
  return `claim-${hash(`national-id:${nationalId}`)}`;
}

export function takeClaim(
  stream: string,
  events: readonly RecordedEvent[],
  holder: string,
): Decision['writes'][number] {
  return after(stream, events, { type: 'ClaimTaken', data: { kind: 'national-id', holder } });
}

export function releaseClaim(
  stream: string,
  events: readonly RecordedEvent[],
  holder: string,
  reason: 'death' | 'correction',
): Decision['writes'][number] {
  return after(stream, events, { type: 'ClaimReleased', data: { kind: 'national-id', holder, reason } });
}

export function transferClaim(
  stream: string,
  events: readonly RecordedEvent[],
  from: string,
  to: string,
): Decision['writes'][number] {
  return after(stream, events, { type: 'ClaimTransferred', data: { kind: 'national-id', from, to } });
}
