import * as v from 'valibot';
import { uuid } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';
import { instant } from './dossier.ts';

/** Stream `dossier-<uuid>`: whether whoever handed it in wants letters about its course, at the address that they left. */
export const dossierNoticesSet = defineEvent('DossierNoticesSet', 1, {
  dossierId: uuid,
  mail: v.boolean(),
  occurredAt: instant,
});

export type NoticeEvent = EventOf<typeof dossierNoticesSet>;
