import { calendarRow } from '@nocgia/schemas/events/calendar.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import * as v from 'valibot';
import { adminWard } from '#lib/admin-ward.server.ts';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import { ConfirmCalendarYearDocument, OneStopDeskDocument, ProposedCalendarDocument } from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { rowsOf } from '#lib/forms/rows.ts';
import { ownWard } from '#lib/one-stop/own-ward.server.ts';
import { year as schema } from '#lib/one-stop/schemas.ts';
import { readDay } from '#lib/read-day.ts';
import type { Actions, PageServerLoad } from './$types';

function yearOf(url: URL): number {
  const year = Number(url.searchParams.get('year'));
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : error(404, '');
}

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = await adminWard(event, viewer);
  const year = yearOf(event.url);
  const oneStop = found((await read(event, OneStopDeskDocument, { ward: unit.code })).oneStop);
  const standing = oneStop.rows.filter(({ date }) => date.startsWith(`${year}-`));
  const proposed = standing.length === 0 || event.url.searchParams.has('proposed');
  const rows = proposed ? (await read(event, ProposedCalendarDocument, { year })).proposedCalendar : standing;
  return { unit, year, rows, proposed, stands: standing.length > 0, form: await openForm(schema) };
};

export const actions: Actions = {
  default: async (event) => {
    const posted = await event.request.formData();
    const form = await superValidate(posted, schema);
    const rows = rowsOf(posted, 'row', ['date', 'type', 'name', 'legalBasis'], 'date').map(({ at, ...row }) => ({
      ...row,
      date: readDay(row.date) ?? row.date,
      at,
    }));
    // `wrong`: the place of the row that makes no sense, from 1; 0 = none.
    const again = { form, rows, wrong: 0 };
    if (!form.valid) return fail(400, again);
    const checked = rows.map((row) => v.safeParse(calendarRow, row));
    const wrong = checked.findIndex(({ success }) => !success);
    if (wrong >= 0) return fail(400, { ...again, wrong: (rows[wrong]?.at ?? wrong) + 1 });
    const ward = await ownWard(event);
    try {
      await send(event, ConfirmCalendarYearDocument, {
        meta: { commandId: form.data.commandId },
        ward,
        year: yearOf(event.url),
        rows: checked.flatMap((one) => (one.success ? [one.output] : [])),
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, again);
    }
    redirect(303, `/admin/one-stop?ward=${ward}`);
  },
};
