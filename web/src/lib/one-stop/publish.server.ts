import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { ProcedurePageDocument, PublishProcedureDocument } from '#lib/api/generated.ts';
import { refused } from '#lib/forms/command.server.ts';
import { ownWard } from './own-ward.server.ts';
import { postedRows, rowsInput, termOf } from './procedure-rows.ts';
import { procedure } from './schemas.ts';

/** A procedure's versions, the newest first; its absence is the page's 404. */
export async function versionsOf(event: RequestEvent, id: string) {
  const { procedure: shown } = await read(event, ProcedurePageDocument, { id });
  const { versions, version } = found(shown);
  return { versions, current: version, newest: found(versions[0]) };
}

/** One post of the form of a version: publishes it, and opens the procedure's page. */
export async function publish(event: RequestEvent) {
  const posted = await event.request.formData();
  const form = await superValidate(posted, procedure);
  const rows = postedRows(posted);
  const again = { form, rows, wrong: null };
  if (!form.valid) return fail(400, again);
  const { commandId, version, termAmount, termUnit, formerLevel, proactiveLevel, ...rest } = form.data;
  const term = termOf(termAmount, termUnit);
  if (term === undefined) return fail(400, { ...again, wrong: { kind: 'term' as const, at: 0 } });
  const input = rowsInput(rows);
  if (!input.ok) return fail(400, { ...again, wrong: input.wrong });
  const { steps, papers, fees } = input;
  let procedureId: string;
  try {
    const { publishProcedure } = await send(event, PublishProcedureDocument, {
      meta: { commandId },
      input: {
        ...{ ward: await ownWard(event), code: rest.code, validFrom: rest.validFrom, expectedVersion: version },
        ...{ name: rest.name, matter: rest.matter, fieldName: rest.fieldName, onlineLevel: rest.onlineLevel },
        partialReason: rest.partialReason || null,
        formerLevel: formerLevel === '' ? null : Number(formerLevel),
        proactiveLevel: Number(proactiveLevel || 0),
        ...{ term, cutoff: rest.cutoff, onTheSpot: rest.onTheSpot, competence: rest.competence },
        ...{ resultName: rest.resultName || null, resultCode: rest.resultCode || null },
        ...{ legalBasis: rest.legalBasis || null, decision: rest.decision || null },
        settlement: rest.settlement || null,
        ...{ steps, papers, fees },
      },
    });
    procedureId = publishProcedure.procedureId;
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    refused(form, cause);
    return fail(400, again);
  }
  redirect(303, `/admin/procedures/${procedureId}`);
}
