import type { RatingEvent, RatingSettings } from '@nocgia/schemas/events/rating.ts';
import { ratingCriteriaSet } from '@nocgia/schemas/events/rating.ts';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';

/** What people are asked where the ward has not said otherwise: the usual five of a one-stop desk. */
export const defaultRating: RatingSettings = {
  criteria: [
    { key: 'thai_do', vi: 'Thái độ của cán bộ', en: 'Attitude of the officer' },
    { key: 'thoi_gian', vi: 'Thời gian giải quyết', en: 'Time it took' },
    { key: 'huong_dan', vi: 'Hướng dẫn rõ ràng', en: 'Clear guidance' },
    { key: 'co_so', vi: 'Nơi tiếp, trang thiết bị', en: 'Place and equipment' },
    { key: 'chung', vi: 'Hài lòng chung', en: 'Satisfied on the whole' },
  ],
  days: 30,
  rankFrom: 30,
};

export function ratingCriteriaStream(ward: string): string {
  return `rating-criteria-${ward}`;
}

/** How a ward asks now. */
export function ratingSettingsOf(events: readonly DomainEvent[] = []): RatingSettings {
  const fact = events.findLast(({ type }) => type === 'RatingCriteriaSet') as RatingEvent | undefined;
  return fact?.type === 'RatingCriteriaSet' ? fact.data.settings : defaultRating;
}

/** Asks otherwise from now on; answers that were given keep their marks. */
export function setRatingCriteria(input: { ward: string; settings: RatingSettings }, env: CommandEnv): Decider {
  return async (load) => {
    const denied = env.may('manage', 'Procedure', { ward: input.ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const checked = parsed(ratingCriteriaSet.schema, { ...input, occurredOn: env.today });
    if (!checked.ok) return checked;
    const stream = ratingCriteriaStream(input.ward);
    const events = (await load([stream])).get(stream) ?? [];
    if (JSON.stringify(ratingSettingsOf(events)) === JSON.stringify(checked.value.settings))
      return refuse('NOTHING_CHANGED');
    return accept([after(stream, events, { type: 'RatingCriteriaSet', data: checked.value })]);
  };
}
