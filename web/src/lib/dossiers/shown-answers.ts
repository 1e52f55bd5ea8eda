import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import { askedIn } from '@nocgia/schemas/settlement/asked-fields.ts';
import { showDay, showNationalId } from '#lib/format.ts';
import type { Locale } from '#lib/messages.ts';

/** An answer as people read it; `label` is null where the form of its procedure does not ask it (the owner's own words, another software's). */
export interface ShownAnswer {
  key: string;
  label: string | null;
  value: string;
}

/** What was filled in, under the questions of the form and in their order; what no form asks comes last. */
export function shownAnswers(
  settlement: SettlementKind | null,
  answers: readonly { key: string; value: string }[],
  locale: Locale,
): ShownAnswer[] {
  const fields = askedIn(settlement, locale);
  const given = new Map(answers.map(({ key, value }) => [key, value]));
  const asked = fields.flatMap(({ key, label, type, choices }) => {
    const value = given.get(key);
    if (value === undefined) return [];
    const shown = {
      ...{ text: value, long: value, day: showDay(value), national_id: showNationalId(value) },
      choice: choices.find((one) => one.value === value)?.label ?? value,
    }[type];
    return [{ key, label, value: shown }];
  });
  const others = answers.filter(({ key }) => !fields.some((one) => one.key === key));
  return [...asked, ...others.map(({ key, value }) => ({ key, label: null, value }))];
}
