import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type { RateServiceInput, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { isId } from '../../access/paging.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { evenly } from '../follow/even.ts';
import type { Door } from '../follow/find.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { asPublic, publicEnv, type PublicContext } from '../public/context.ts';
import { wardsWithProcedures } from '../public/queries.ts';
import { ratingSettings } from './graphql.ts';
import { officerOf } from './queries.ts';
import { posterKey, rateService, wrongAnswer, type RatingAnswer, type RatingProof } from './rating.ts';

/** In an hour: from one address, behind which the tablet of a busy desk may stand; and about one code or phone. */
const limits = { address: 60, key: 6 } as const;
const DAY = 86_400_000;

const said = (text: string | null | undefined): string | null => text?.trim() || null;

function answerOf({ via, counter, officer, marks, comment }: RateServiceInput): RatingAnswer {
  return {
    ...{ via, counter: said(counter)?.toUpperCase() ?? null, officer: officer && isId(officer) ? officer : null },
    marks: Object.fromEntries(marks.slice(0, 20).map(({ key, mark }) => [key, mark])),
    comment: said(comment),
  };
}

/** Throws PUBLIC_LIMIT where this address, or whoever asks about this code or phone, has asked too often; whether it exists or not. */
async function count(context: PublicContext, key: string): Promise<void> {
  const counted = [
    await context.countFromAddress('rate', limits.address),
    await context.countAbout(`rate:${key}`, limits.key),
  ];
  const wait = Math.max(...counted.map((one) => one.wait));
  if (wait > 0) throw new RejectionError({ code: 'PUBLIC_LIMIT', params: { minutes: Math.ceil(wait / 60) } });
}

/**
 * What anybody may ask and say about the service. Whatever the code or phone, the answer is the same, and as slow: only an answer that is
 * amiss as such is told so. `door`: finds dossiers by code or phone.
 */
export const publicRatingResolvers = (door: Door) =>
  ({
    Query: {
      ratingForm: async (_, { ward, officer, key }, context) => {
        const wards = await wardsWithProcedures(context.scope, context.db);
        const at = ward ? wards.find((one) => one.ward === ward) : wards.length === 1 ? wards[0] : undefined;
        if (!at) return null;
        const { criteria, days } = await ratingSettings(context, at.ward);
        const desk = oneStopOf(await context.log.readStream(oneStopStream(at.ward)));
        return {
          ...{ ward: at.ward, wardName: at.name, deskName: desk?.deskName ?? null, criteria: [...criteria], days },
          officerName:
            officer && isId(officer) && key === posterKey(context.publicHash, { ward: at.ward, officer })
              ? await officerOf(context.scope, context.db, { ward: at.ward, officer })
              : null,
        };
      },
    },
    Mutation: {
      rateService: async (_, { meta, input }, context) => {
        const { ward } = input;
        const known = await wardsWithProcedures(context.scope, context.db);
        if (!known.some((one) => one.ward === ward)) throw new RejectionError({ code: 'NOT_FOUND' });
        const answer = answerOf(input);
        const settings = await ratingSettings(context, ward);
        const wrong = wrongAnswer(answer, settings);
        if (wrong) throw new RejectionError(wrong);
        const code = said(input.code);
        const phone = said(input.phone);
        if (!code && (!phone || phoneKey(phone).length < 9))
          throw new RejectionError({ code: 'FIELD_INVALID', field: 'phone' });
        await count(context, code ?? phoneKey(phone ?? ''));
        await evenly(async () => {
          const since = new Date(context.now().getTime() - settings.days * DAY).toISOString();
          const number = unitNumber(ward);
          const candidates = code
            ? await door.byCode([number], code)
            : await door.overByPhone(number, phone ?? '', since);
          const proof: RatingProof = code
            ? { kind: 'digits', digits: said(input.digits) ?? '' }
            : { kind: 'phone', phone: phone ?? '' };
          const decide = rateService({ ...answer, candidates, proof }, publicEnv(context));
          try {
            await runCommand(asPublic(context), meta, 'rateService', { ...answer, ward, code, proof }, decide);
          } catch (error) {
            // Whether it counted would tell whether the code or phone is known.
            if (!(error instanceof RejectionError)) throw error;
          }
        });
        return { received: true };
      },
    },
  }) satisfies Resolvers;
