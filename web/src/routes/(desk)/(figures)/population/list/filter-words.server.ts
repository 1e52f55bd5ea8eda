import { labelOf } from '@nocgia/schemas/code-lists/code.ts';
import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { householdStatuses } from '@nocgia/schemas/code-lists/household-statuses.ts';
import { policyStatuses } from '@nocgia/schemas/code-lists/policy-statuses.ts';
import type { PeopleFilter } from '#lib/api/generated.ts';
import type { Locale } from '#lib/messages.ts';

/** The labels of the codes in a filter, in one language; a code of no list stays as it is, `unknown` is left to the page. */
export function filterWords(filter: PeopleFilter, locale: Locale): string[] {
  const { ethnicity, policyStatus, householdStatus } = filter;
  return [
    ethnicity && ethnicity !== 'unknown' ? labelOf(ethnicGroups, ethnicity, locale) : null,
    policyStatus ? labelOf(policyStatuses, policyStatus, locale) : null,
    householdStatus ? labelOf(householdStatuses, householdStatus, locale) : null,
  ].filter((word) => word !== null);
}
