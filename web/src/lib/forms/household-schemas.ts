import { householdStatuses } from '@nocgia/schemas/code-lists/household-statuses.ts';
import { dwellingConfirmed } from '@nocgia/schemas/events/dwelling.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { evidenceFields } from './evidence-fields.ts';
import { commandId, day, dayOrNone, needed, oneOf, phone, text } from './fields.ts';

const statuses = householdStatuses.map(({ code }) => code);

// Forms of what a household and a dwelling live through, one schema each.

export const split = valibot(
  v.pipe(
    v.object({
      commandId,
      citizenIds: v.pipe(v.array(v.string()), v.minLength(1, 'choose')),
      headId: v.optional(v.pipe(v.string(), v.nonEmpty('choose')), ''),
      where: oneOf(['same', 'other']),
      find: text(200),
      dwellingId: text(36),
      number: text(60),
      phone,
      occurredOn: day,
      ...evidenceFields,
    }),
    v.forward(
      v.partialCheck(
        [['where'], ['dwellingId']],
        ({ where, dwellingId }) => where === 'same' || dwellingId !== '',
        'choose',
      ),
      ['dwellingId'],
    ),
  ),
);
export const unite = valibot(
  v.object({ commandId, find: text(200), intoHouseholdId: needed(36), occurredOn: day, ...evidenceFields }),
);
export const confirm = valibot(
  v.object({
    commandId,
    method: oneOf(dwellingConfirmed.schema.entries.method.options),
    occurredOn: day,
    ...evidenceFields,
  }),
);
/** The decision that a status rests on; all of it may be unknown. */
const decision = { decisionNumber: text(60), decisionOn: dayOrNone, decisionBy: text(200) };
export const grantStatus = valibot(
  v.object({ commandId, status: oneOf(statuses), occurredOn: day, until: dayOrNone, ...decision }),
);
export const endStatus = valibot(
  v.object({
    commandId,
    statusId: needed(36),
    cause: oneOf(['ended', 'recorded_in_error']),
    occurredOn: day,
    ...decision,
  }),
);
