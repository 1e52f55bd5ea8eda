import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiError, send } from '#lib/api/client.server.ts';
import {
  AnswerPapersDocument,
  FollowedDocument,
  OpenFollowDocument,
  WithdrawFollowedDocument,
} from '#lib/api/generated.ts';
import { sendUpload } from '#lib/api/public-upload.server.ts';
import { may } from '#lib/frame/destinations.ts';
import type { Actions, PageServerLoad } from './$types';

const cookie = 'nocgia-follow';
const path = '/follow';

/** The dossier that this browser has open; null when there is none, or no more. */
async function openedBy(event: RequestEvent) {
  const token = event.cookies.get(cookie);
  if (!token) return { dossier: null, ended: false };
  try {
    return { dossier: (await send(event, FollowedDocument, { token })).followed, ended: false };
  } catch (cause) {
    if (!(cause instanceof ApiError) || cause.code !== 'FOLLOW_ENDED') throw cause;
    event.cookies.delete(cookie, { path });
    return { dossier: null, ended: true };
  }
}

export const load: PageServerLoad = async (event) => {
  const { viewer } = await event.parent();
  const asked = event.url.searchParams;
  const code = asked.get('code')?.slice(0, 60) ?? '';
  // A paper that an officer scans leads to its dossier.
  if (code !== '' && may(viewer, 'dossiers')) redirect(303, `/dossiers/by-code?${asked}`);
  const { dossier, ended } = await openedBy(event);
  // Another paper was scanned than that of the dossier that is open.
  const other = code !== '' && dossier !== null && ![dossier.code, dossier.nationalCode, dossier.lookup].includes(code);
  const shown = other ? null : dossier;
  const paper = shown?.prints.find(({ paperId }) => paperId === asked.get('paper'))?.paperId ?? null;
  const done = asked.get('done');
  const scanned = asked.get('paper');
  const paperAsked = scanned ? `&${new URLSearchParams({ paper: scanned })}` : '';
  return { dossier: shown, ended, code, paper, paperAsked, done, commandId: crypto.randomUUID() };
};

type Act = (event: RequestEvent, sent: FormData, token: string) => Promise<string>;

/** One act about the dossier that is open; a refusal stands above the page. */
const acting = (act: Act) => async (event: RequestEvent) => {
  const token = event.cookies.get(cookie) ?? '';
  let done: string;
  try {
    done = await act(event, await event.request.formData(), token);
  } catch (cause) {
    if (cause instanceof ApiError) return fail(400, { message: cause.message, code: '' });
    throw cause;
  }
  redirect(303, `${path}?done=${done}`);
};

const text = (sent: FormData, name: string): string => String(sent.get(name) ?? '').trim();

export const actions: Actions = {
  open: async (event) => {
    const sent = await event.request.formData();
    const [code, digits] = [text(sent, 'code'), text(sent, 'digits')];
    try {
      const { openFollow } = await send(event, OpenFollowDocument, { code, digits });
      event.cookies.set(cookie, openFollow.token, {
        ...{ path, httpOnly: true, sameSite: 'lax', maxAge: 1_800, secure: event.url.protocol === 'https:' },
      });
    } catch (cause) {
      if (cause instanceof ApiError) return fail(400, { message: cause.message, code });
      throw cause;
    }
    const paper = event.url.searchParams.get('paper');
    redirect(303, paper ? `${path}?${new URLSearchParams({ paper })}` : path);
  },
  close: async (event) => {
    event.cookies.delete(cookie, { path });
    redirect(303, path);
  },
  file: acting(async (event, sent, token) => {
    const { followed } = await send(event, FollowedDocument, { token });
    const file = sent.get('file');
    const to = { dossierId: followed.id, token: followed.uploadToken ?? '', paper: text(sent, 'paper') };
    // Nothing chosen is refused as the file that it is: one of no known kind.
    await sendUpload(event, to, file instanceof File ? file : new File([], ''));
    return 'file';
  }),
  answer: acting(async (event, sent, token) => {
    const meta = { commandId: text(sent, 'commandId') };
    await send(event, AnswerPapersDocument, { meta, token, note: text(sent, 'note') || null });
    return 'answer';
  }),
  withdraw: acting(async (event, sent, token) => {
    const meta = { commandId: text(sent, 'commandId') };
    await send(event, WithdrawFollowedDocument, { meta, token, reason: text(sent, 'reason') || null });
    return 'withdraw';
  }),
};
