import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { commandId } from '#lib/forms/fields.ts';

/** The form that signs a result. The passphrase is asked for where it is signed with a file. */
export const signing = valibot(
  v.pipe(
    v.object({
      commandId,
      /** The version of the dossier that the page showed. */
      version: v.number(),
      fileId: v.pipe(v.string(), v.nonEmpty('required'), v.maxLength(36)),
      by: v.optional(v.picklist(['file', 'service']), 'file'),
      passphrase: v.optional(v.pipe(v.string(), v.maxLength(200, 'tooLong')), ''),
    }),
    v.forward(
      v.partialCheck(
        [['by'], ['passphrase']],
        ({ by, passphrase }) => by === 'service' || passphrase !== '',
        'required',
      ),
      ['passphrase'],
    ),
  ),
);
