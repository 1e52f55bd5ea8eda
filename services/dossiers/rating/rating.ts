import type { Rejection } from '@nocgia/schemas/errors.ts';
import { serviceRated, type RatingSettings, type RatingVia } from '@nocgia/schemas/events/rating.ts';
import * as v from 'valibot';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { RecordedEvent } from '../../event-store/log.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { dossierOf, dossierStream, isOver } from '../dossier/dossier-state.ts';
import { isPhoneOf, isSecondFactor } from '../follow/second-factor.ts';
import { ratingCriteriaStream, ratingSettingsOf } from './criteria.ts';

/** By what the citizen is known to have had the dossier: the end of a number beside its code, or their whole phone number. */
export type RatingProof = { kind: 'digits'; digits: string } | { kind: 'phone'; phone: string };

/** What a citizen says. */
export interface RatingAnswer {
  via: RatingVia;
  /** The counter, or the officer, of the poster that was scanned. */
  counter: string | null;
  officer: string | null;
  marks: Readonly<Record<string, number>>;
  comment: string | null;
}

export interface RateService extends RatingAnswer {
  /** What was found by code or phone, the newest first; the proof is held against the facts of each. */
  candidates: readonly string[];
  proof: RatingProof;
}

export function ratingStream(dossierId: string): string {
  return `rating-${dossierId}`;
}

/** What the code on an officer's poster holds beside their id, so that an id alone tells nobody a name. `hash`: that of the installation. */
export function posterKey(
  hash: (text: string) => string,
  { ward, officer }: { ward: string; officer: string },
): string {
  return hash(`rating-poster/${ward}/${officer}`).slice(0, 16);
}

const DAY = 86_400_000;
const said = v.pick(serviceRated.schema, ['via', 'counter', 'officer', 'marks', 'comment']);

/** What is wrong with an answer as such, by the criteria of the ward, whoever gives it; null = nothing. */
export function wrongAnswer(answer: RatingAnswer, { criteria }: RatingSettings): Rejection | null {
  const { via, counter, officer, marks, comment } = answer;
  const checked = parsed(said, { via, counter, officer, marks, comment });
  if (!checked.ok) return checked.rejection;
  const keys = new Set(criteria.map(({ key }) => key));
  const amiss = Object.keys(marks).find((key) => !keys.has(key)) ?? [...keys].find((key) => !Object.hasOwn(marks, key));
  return amiss === undefined ? null : { code: 'FIELD_INVALID', field: `marks.${amiss}` };
}

/**
 * A citizen's answer about a dossier that is over, with or without a result (returned, settled, refused, stopped, withdrawn: each was a
 * service; while it is under way nobody is free to say what they think). Of several candidates the newest that the proof, and the officer
 * of the poster, fit. Counted once, within the days of the ward, for that officer, else for who took it in. RATING_NOT_COUNTED says in
 * `why` what stood against it; it goes to nobody outside.
 */
export function rateService(input: RateService, env: CommandEnv): Decider {
  return async (load) => {
    const streams = input.candidates.map(dossierStream);
    const read = await load(streams);
    const found = streams
      .map((stream) => read.get(stream) ?? [])
      .find(
        (events) => proves(input.proof, events) && (input.officer === null || hands(events).includes(input.officer)),
      );
    const dossier = dossierOf(found);
    if (!found || !dossier) return notCounted('unknown');
    const { dossierId, ward, matter, procedureId } = dossier;
    const criteria = ratingCriteriaStream(ward);
    const rating = ratingStream(dossierId);
    const more = await load([criteria, rating]);
    const settings = ratingSettingsOf(more.get(criteria));
    const wrong = wrongAnswer(input, settings);
    if (wrong) return { ok: false, rejection: wrong };
    if (!isOver(dossier.status)) return notCounted('open');
    if (Date.parse(env.now) - Date.parse(dossier.lastAt) > settings.days * DAY) return notCounted('late');
    const rated = more.get(rating) ?? [];
    if (rated.length > 0) return notCounted('twice');
    const { via, counter, marks, comment } = input;
    const checked = parsed(serviceRated.schema, {
      ...{ dossierId, ward, matter, procedureId, via, counter, marks, comment, occurredAt: env.now },
      officer: input.officer ?? metBy(found),
    });
    if (!checked.ok) return checked;
    return accept([
      // Relied on: one that is reopened in the same moment is not over.
      after(dossierStream(dossierId), found),
      after(rating, rated, { type: 'ServiceRated', data: checked.value }),
    ]);
  };
}

const notCounted = (why: 'unknown' | 'open' | 'late' | 'twice') => refuse('RATING_NOT_COUNTED', undefined, { why });

function proves(proof: RatingProof, events: readonly RecordedEvent[]): boolean {
  return proof.kind === 'phone' ? isPhoneOf(events, proof.phone) : isSecondFactor(events, proof.digits);
}

const account = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Accounts that worked on a dossier, in order; the public and the system have none, and who prints has not worked on it. */
function hands(events: readonly RecordedEvent[]): string[] {
  const worked = events.filter(({ type }) => type !== 'DossierPaperPrinted');
  return [...new Set(worked.map(({ context }) => context.actor))].filter((actor) => account.test(actor));
}

/** Whom the citizen met: who took the dossier in; of one that was not taken, who ended it. */
function metBy(events: readonly RecordedEvent[]): string | null {
  const taken = events.find(({ type }) => type === 'DossierTakenIn')?.context.actor;
  if (taken !== undefined) return account.test(taken) ? taken : null;
  return hands(events).at(-1) ?? null;
}
