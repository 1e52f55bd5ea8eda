import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms/server';
import { adminWard } from '#lib/admin-ward.server.ts';
import { ApiError, found, read, send } from '#lib/api/client.server.ts';
import {
  OneStopDeskDocument,
  ReceiptSeriesDocument,
  SetOneStopDocument,
  SetWorkingWeekDocument,
  StartSeriesDocument,
} from '#lib/api/generated.ts';
import { openForm, refused } from '#lib/forms/command.server.ts';
import { today } from '#lib/forms/today.server.ts';
import { ownWard } from '#lib/one-stop/own-ward.server.ts';
import { series, settings, week } from '#lib/one-stop/schemas.ts';
import { spansOf } from '#lib/one-stop/spans.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const unit = await adminWard(event, viewer);
  const oneStop = found((await read(event, OneStopDeskDocument, { ward: unit.code })).oneStop);
  const { settings: set, week: hours, rows } = oneStop;
  const book = event.url.searchParams.get('book');
  const started = book ? (await read(event, ReceiptSeriesDocument, { ward: unit.code, period: book })).series : null;
  const thisYear = Number(today().slice(0, 4));
  const confirmed = new Map<number, number>();
  for (const { date } of rows) {
    const year = Number(date.slice(0, 4));
    confirmed.set(year, (confirmed.get(year) ?? 0) + 1);
  }
  const years = [...new Set([thisYear, thisYear + 1, ...confirmed.keys()])].sort((a, b) => b - a);
  return {
    unit,
    isSet: set !== null,
    years: years.map((year) => ({ year, days: confirmed.get(year) ?? 0 })),
    spans: { week: hours.hours, saturday: hours.saturday?.hours ?? [] },
    started: book && started ? { book, next: started.next } : null,
    settings: await openForm(settings, {
      ...{ papersPause: 'shift', feesPause: 'shift', assignment: 'none' },
      ...(set && {
        ...{ agencyCode: set.agencyCode, deskName: set.deskName, address: set.address ?? '', phone: set.phone ?? '' },
        ...{ papersPause: set.papersPause, feesPause: set.feesPause, assignment: set.assignment },
        ...set.bankAccount,
      }),
    }),
    week: await openForm(week, {
      saturday: hours.saturday === null ? 'none' : hours.saturday.workingDay ? 'working' : 'open',
    }),
    series: await openForm(series, { at: 1 }),
  };
};

export const actions: Actions = {
  settings: async (event) => {
    const form = await superValidate(event.request, settings);
    if (!form.valid) return fail(400, { settings: form });
    const { commandId, bankBin, bankName, accountNumber, accountName, ...rest } = form.data;
    const account = [bankBin, bankName, accountNumber, accountName];
    if (account.some(Boolean) && !account.every(Boolean)) {
      form.message = 'bankWhole';
      return fail(400, { settings: form });
    }
    try {
      await send(event, SetOneStopDocument, {
        meta: { commandId },
        ward: await ownWard(event),
        settings: {
          ...rest,
          address: rest.address || null,
          phone: rest.phone || null,
          bankAccount: bankBin ? { bankBin, bankName, accountNumber, accountName } : null,
        },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { settings: form });
    }
    redirect(303, here(event.url));
  },
  week: async (event) => {
    const posted = await event.request.formData();
    const form = await superValidate(posted, week);
    const [hours, saturday] = [spansOf(posted, 'hours'), spansOf(posted, 'saturdayHours')];
    const again = { week: form, spans: { week: hours.spans, saturday: saturday.spans } };
    if (!form.valid) return fail(400, again);
    const opens = form.data.saturday !== 'none';
    if (hours.wrong || hours.spans.length === 0 || (opens && (saturday.wrong || saturday.spans.length === 0))) {
      form.message = 'time';
      return fail(400, again);
    }
    try {
      await send(event, SetWorkingWeekDocument, {
        meta: { commandId: form.data.commandId },
        ward: await ownWard(event),
        week: {
          hours: hours.spans,
          saturday: opens ? { hours: saturday.spans, workingDay: form.data.saturday === 'working' } : null,
        },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, again);
    }
    redirect(303, here(event.url));
  },
  series: async (event) => {
    const form = await superValidate(event.request, series);
    if (!form.valid) return fail(400, { series: form });
    const { commandId, period, at } = form.data;
    try {
      await send(event, StartSeriesDocument, { meta: { commandId }, ward: await ownWard(event), period, at });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      refused(form, cause);
      return fail(400, { series: form });
    }
    redirect(303, here(event.url, { book: period }));
  },
};

/** The same page of the same ward, without the name of the action. */
function here(url: URL, also: Record<string, string> = {}): string {
  const ward = url.searchParams.get('ward');
  const asked = new URLSearchParams({ ...(ward === null ? {} : { ward }), ...also });
  return asked.size > 0 ? `${url.pathname}?${asked}` : url.pathname;
}
