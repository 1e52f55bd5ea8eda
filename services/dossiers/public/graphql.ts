import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { codeOfUnit, unitNumber } from '@nocgia/schemas/events/common.ts';
import { askedFields, wrongAnswer } from '@nocgia/schemas/settlement/asked-fields.ts';
import type { PublicProcedure, PublicWard, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import { isId, knownId, pageSize } from '../../access/paging.ts';
import { wardCalendar } from '../context.ts';
import { partyOf } from '../dossier/mutations.ts';
import { holds } from '../fee/reckon.ts';
import { oneStopOf, oneStopStream } from '../one-stop/one-stop.ts';
import { procedureIdOf } from '../procedure/procedure.ts';
import { procedureOn, proceduresOn, type ProcedureEntry } from '../procedure/queries.ts';
import { procedureType } from '../procedure/type.ts';
import { asPublic, type PublicContext } from './context.ts';
import { formToken } from './form-token.ts';
import { lookupCode } from './lookup-code.ts';
import { wardsWithProcedures } from './queries.ts';
import { sendIn } from './submission.ts';

/** Wards with procedures whose desk is set up. */
async function openWards(context: PublicContext): Promise<PublicWard[]> {
  const wards = await wardsWithProcedures(context.scope, context.db);
  const read = await context.log.readStreams(wards.map(({ ward }) => oneStopStream(ward)));
  const found = await Promise.all(
    wards.map(async ({ ward, name }) => {
      const settings = oneStopOf(read.get(oneStopStream(ward)));
      if (!settings) return [];
      const { deskName, address, phone } = settings;
      const { plan } = (await wardCalendar(context, ward))();
      return [{ ward, name, deskName, address, phone, week: plan.week }];
    }),
  );
  return found.flat();
}

/** The ward that is named, or the only one. */
async function wardOf(context: PublicContext, ward: string | null | undefined): Promise<PublicWard | null> {
  const wards = await openWards(context);
  if (ward) return wards.find((one) => one.ward === ward) ?? null;
  return wards.length === 1 ? (wards[0] ?? null) : null;
}

/** A procedure as everybody may know it, with the fees that hold on a day. */
function publicType(entry: ProcedureEntry, day: string): PublicProcedure {
  const { id, code, name, matter, fieldName, onlineLevel, partialReason, term, cut, cutoff, fees, papers, ...rest } =
    procedureType(entry);
  const { resultName, legalBasis, onTheSpot, competence, validFrom, settlement } = rest;
  return {
    ...{ id, ward: codeOfUnit(entry.ward), code, name, matter, fieldName, onlineLevel, partialReason, term, cut },
    takenOnline: onlineLevel !== 'none' && competence === 'ward',
    cutoff,
    fees: entry.content.fees
      .filter((fee) => (['desk', 'online'] as const).some((channel) => holds(fee, { day, channel })))
      .flatMap(({ key }) => fees.filter((fee) => fee.key === key)),
    ...{ papers, resultName, legalBasis, onTheSpot, competence, validFrom, settlement },
  };
}

/** What the procedure's form asks must be answered from home; FIELD_REQUIRED or FIELD_INVALID with `answers.<key>`. */
async function mustAnswer(
  { scope, db, today }: PublicContext,
  procedureId: string,
  answers: readonly { key: string; value: string }[],
): Promise<void> {
  const entry = await procedureOn(scope, db, procedureId, today);
  const settlement = entry?.content.settlement ?? null;
  for (const asked of settlement === null ? [] : askedFields[settlement]) {
    const value = answers.find(({ key }) => key === asked.key)?.value.trim() ?? '';
    const wrong = wrongAnswer(asked, value);
    if (wrong === null) continue;
    throw new RejectionError({
      code: wrong === 'required' ? 'FIELD_REQUIRED' : 'FIELD_INVALID',
      field: `answers.${asked.key}`,
    });
  }
}

/** What anybody may ask (`server/open-fields.ts` lists it); a signed-in reader is answered as nobody is. */
export const publicResolvers = {
  Query: {
    publicWards: async (_, __, context) => openWards(context),
    publicWard: async (_, { ward }, context) => wardOf(context, ward),
    publicProcedures: async (_, { ward, text, matter, first }, context) => {
      if (!/^\d{5}$/.test(ward)) return [];
      const found = await proceduresOn(context.scope, context.db, {
        ward: unitNumber(ward),
        day: context.today,
        text: text ?? '',
        matter: matter ? matterNumber(matter) : null,
        limit: pageSize(first),
      });
      return found.map((entry) => publicType(entry, context.today));
    },
    publicProcedure: async (_, { id, ward }, context) => {
      const { scope, db, today } = context;
      const at = isId(id) ? null : await wardOf(context, ward);
      const procedureId = at ? procedureIdOf(at.ward, id) : id;
      const entry = isId(procedureId) ? await procedureOn(scope, db, procedureId, today) : undefined;
      return entry ? publicType(entry, today) : null;
    },
    publicForm: async (_, { procedureId, dossierId }, context) => ({
      token: formToken(
        context.publicHash,
        { procedureId: knownId(procedureId), dossierId: knownId(dossierId) },
        context.now(),
      ),
    }),
  },
  Mutation: {
    submitDossier: async (_, { meta, input }, context) => {
      const { dossierId, procedureId, returnBy, owner, submitter, answers, token, answer, trap } = input;
      if (answers.length > 20) throw new RejectionError({ code: 'FIELD_INVALID', field: 'answers' });
      await mustAnswer(context, knownId(procedureId), answers);
      const submission = {
        ...{ dossierId: knownId(dossierId), procedureId: knownId(procedureId), returnBy },
        owner: partyOf(owner),
        submitter: submitter ? partyOf(submitter) : null,
        answers: Object.fromEntries(answers.map(({ key, value }) => [key, value])),
        mailNotices: input.mailNotices ?? false,
      };
      const proof = { token, answer: answer ?? null, trap: trap ?? null };
      const sent = await sendIn(asPublic(context), meta, submission, proof);
      return { ...sent, lookupCode: lookupCode(sent.dossierId) };
    },
  },
} satisfies Resolvers;
