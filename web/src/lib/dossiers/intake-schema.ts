import { party } from '@nocgia/schemas/events/dossier.ts';
import { channel, returnBy } from '@nocgia/schemas/events/dossier.ts';
import { timeOfDay } from '@nocgia/schemas/events/calendar.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { birth, commandId, dayOrNone, email, needed, oneOf, phone, text } from '#lib/forms/fields.ts';

const time = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((value) => value === '' || v.is(timeOfDay, value), 'time'),
  ),
  '',
);

/** What the desk fills in when a dossier is taken in. The number of copies of each paper stands beside it (`copiesOf`). */
export const intake = valibot(
  v.object({
    commandId,
    /** Of the dossier that was sent in, as the page showed it; 0 for a new one. */
    version: v.optional(v.number(), 0),
    ownerId: text(36),
    kind: oneOf(party.entries.kind.options),
    name: needed(200),
    nationalId: text(20),
    birth,
    phone,
    email,
    address: text(300),
    submitterName: text(200),
    submitterId: text(20),
    submitterPhone: phone,
    submitterAddress: text(300),
    /** Keys of the papers that were brought. */
    papers: v.optional(v.array(v.string()), []),
    channel: oneOf(channel.options),
    returnBy: oneOf(returnBy.options),
    request: text(1000),
    receivedOn: dayOrNone,
    receivedTime: time,
    handOn: v.optional(v.boolean(), false),
    mailNotices: v.optional(v.boolean(), false),
    compared: v.optional(v.boolean(), false),
  }),
);
