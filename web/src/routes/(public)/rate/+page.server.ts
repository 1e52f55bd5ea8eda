import { error, fail, redirect } from '@sveltejs/kit';
import { ApiError, read, send } from '#lib/api/client.server.ts';
import { RateServiceDocument, RatingFormDocument } from '#lib/api/generated.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the poster or paper that was scanned says; nothing personal stands in an address. */
function scanned(url: URL) {
  const asked = url.searchParams;
  const [ward, officer, counter, code, key] = ['ward', 'officer', 'counter', 'code', 'key'].map(
    (name) => asked.get(name) || null,
  );
  const via = officer ? ('officer' as const) : code ? ('dossier' as const) : ('desk' as const);
  return {
    ward: ward ?? null,
    officer: officer ?? null,
    counter: counter ?? null,
    code: code ?? null,
    key: key ?? null,
    via,
  };
}

export const load: PageServerLoad = async (event) => {
  const { ward, officer, counter, code, key, via } = scanned(event.url);
  const { ratingForm } = await read(event, RatingFormDocument, { ward, officer, key });
  if (!ratingForm) error(404, '');
  return {
    ...{ asked: ratingForm, counter, code, via, done: event.url.searchParams.has('done') },
    commandId: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const sent = await event.request.formData();
    const { ward, officer, counter, via } = scanned(event.url);
    const text = (name: string): string => String(sent.get(name) ?? '').trim();
    const typed = {
      commandId: text('commandId'),
      ...{ phone: text('phone'), code: text('code'), digits: text('digits'), comment: text('comment') },
      marks: Object.fromEntries(
        [...sent].flatMap(([name, value]) => (name.startsWith('mark-') ? [[name.slice(5), Number(value)]] : [])),
      ) as Record<string, number>,
    };
    const { ratingForm } = await read(event, RatingFormDocument, { ward, officer: null, key: null });
    if (!ratingForm) error(404, '');
    const missing = ratingForm.criteria.filter(({ key }) => typed.marks[key] === undefined).map(({ key }) => key);
    const amiss = [
      ...missing.map((key) => `mark-${key}`),
      ...(typed.phone === '' && (typed.code === '' || !/^\d{4}$/.test(typed.digits)) ? ['phone'] : []),
    ];
    if (amiss.length > 0) return fail(400, { typed, amiss, message: null });
    const { commandId, phone, code, digits, comment, marks } = typed;
    try {
      await send(event, RateServiceDocument, {
        meta: { commandId },
        input: {
          ...{ ward: ratingForm.ward, via, counter: via === 'desk' ? counter : null, officer },
          ...{ phone: phone || null, code: phone ? null : code, digits: phone ? null : digits },
          ...{
            marks: Object.entries(marks).map(([key, mark]) => ({ key, mark })),
            comment: comment.replace(/\s+/g, ' '),
          },
        },
      });
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      const field = cause.field?.replace('marks.', 'mark-') ?? null;
      if (cause.code !== 'FIELD_INVALID') return fail(429, { typed, amiss: [], message: cause.message });
      return fail(400, { typed, amiss: [field ?? 'phone'], message: null });
    }
    const query = new URLSearchParams({ ward: ratingForm.ward, ...(officer ? { officer } : {}), done: '1' });
    redirect(303, `/rate?${query}`);
  },
};
