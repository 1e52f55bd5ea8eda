import { disabilities } from '@nocgia/schemas/code-lists/disabilities.ts';
import { educationLevels } from '@nocgia/schemas/code-lists/education.ts';
import { evidenceKinds } from '@nocgia/schemas/code-lists/evidence-kinds.ts';
import { policyStatuses } from '@nocgia/schemas/code-lists/policy-statuses.ts';
import { eidLevels } from '@nocgia/schemas/code-lists/eid-levels.ts';
import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { matters } from '@nocgia/schemas/code-lists/matters.ts';
import { maritalStatuses } from '@nocgia/schemas/code-lists/marital-statuses.ts';
import { religions } from '@nocgia/schemas/code-lists/religions.ts';
import type { Code } from '@nocgia/schemas/code-lists/code.ts';
import type { Locale } from '#lib/messages.ts';
import type { CodeLabels } from './value-text.ts';

const labels = (list: readonly Code[], locale: Locale) =>
  Object.fromEntries(list.map((entry) => [entry.code, entry[locale]]));

/** The labels of what events of a life name: papers and policy statuses. */
export function eventLabels(locale: Locale): CodeLabels {
  return {
    evidence: labels(evidenceKinds, locale),
    policyStatus: labels(policyStatuses, locale),
    eidLevel: labels(eidLevels, locale),
  };
}

/** The labels of the code lists that fields of a citizen use, in one language: sent with a page rather than with every script. */
export function codeLabels(locale: Locale): CodeLabels {
  return {
    ...eventLabels(locale),
    ethnicity: labels(ethnicGroups, locale),
    religion: labels(religions, locale),
    education: labels(educationLevels, locale),
    maritalStatus: labels(maritalStatuses, locale),
    disability: labels(disabilities, locale),
  };
}

/** The names of the fields of administrative procedures. */
export function matterLabels(locale: Locale): Record<string, string> {
  return labels(matters, locale);
}
