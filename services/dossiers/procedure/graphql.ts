import { matterNumber } from '@nocgia/schemas/code-lists/matters.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import type {
  OneStopSettings,
  OneStopSettingsInput,
  Procedure,
  Resolvers,
} from '@nocgia/schemas/generated/resolvers.ts';
import { authorize } from '../../access/ability.ts';
import { isId, knownId, pageSize } from '../../access/paging.ts';
import { runCommand } from '../../event-store/run-command.ts';
import { confirmYear, setWorkingWeek } from '../calendar/calendar.ts';
import { proposeYear } from '../calendar/holidays.ts';
import { commandEnv, wardCalendar, type DossierContext } from '../context.ts';
import { numberingStream, seriesOf, startSeries, voidNumber } from '../numbering/numbering.ts';
import { oneStopOf, oneStopStream, setOneStop } from '../one-stop/one-stop.ts';
import { endProcedure, publishProcedure } from './procedure.ts';
import { historyOf, procedureOn, proceduresOn } from './queries.ts';
import { contentOf, procedureType } from './type.ts';

/** Settings as the form gives them. */
function settingsOf(input: OneStopSettingsInput) {
  const { papersPause, feesPause, address, phone, bankAccount, agencyCode, deskName, assignment } = input;
  return {
    agencyCode: agencyCode.trim().toUpperCase(),
    deskName,
    address: address?.trim() || null,
    phone: phone?.trim() || null,
    pauses: { papers: papersPause, fees: feesPause },
    assignment,
    bankAccount: bankAccount ?? null,
  };
}

function settingsType(settings: ReturnType<typeof oneStopOf>): OneStopSettings | null {
  if (!settings) return null;
  const { pauses, ...rest } = settings;
  return { ...rest, papersPause: pauses.papers, feesPause: pauses.fees };
}

/** Whether the ward is one that the reader's position stands for. */
function concerns(context: DossierContext, ward: string): boolean {
  const number = unitNumber(ward);
  const { wards, aggregates } = context.scope;
  return wards.includes(number) || aggregates.includes(number);
}

export const procedureResolvers = {
  Query: {
    procedures: async (_, { ward, day, text, matter, withoutTerm, first, skip }, context) => {
      if (!/^\d{5}$/.test(ward) || !concerns(context, ward)) return [];
      const found = await proceduresOn(context.scope, context.db, {
        ward: unitNumber(ward),
        day: day ?? context.today,
        text: text ?? '',
        matter: matter ? matterNumber(matter) : null,
        withoutTerm: withoutTerm === true,
        limit: pageSize(first),
        skip: Math.max(0, skip ?? 0),
      });
      return found.map(procedureType) as Procedure[];
    },
    procedure: async (_, { id }, context) => {
      if (!isId(id)) return null;
      const entry =
        (await procedureOn(context.scope, context.db, id, context.today)) ??
        (await historyOf(context.scope, context.db, id))[0];
      return entry ? (procedureType(entry) as Procedure) : null;
    },
    oneStop: async (_, { ward }, context) => {
      if (!/^\d{5}$/.test(ward) || !concerns(context, ward)) return null;
      const settings = oneStopOf(await context.log.readStream(oneStopStream(ward)));
      const { plan } = (await wardCalendar(context, ward))();
      const { week, rows, version } = plan;
      return { ward, settings: settingsType(settings), week, rows: [...rows], calendarVersion: version };
    },
    proposedCalendar: (_, { year }) => (year < 1990 || year > 2100 ? [] : proposeYear(year)),
    series: async (_, { ward, kind, period }, context) => {
      const place = { ward, neighbourhood: null };
      const may = (action: 'read' | 'manage', of: 'Series' | 'Procedure') =>
        authorize(context.scope, action, of, place) === null;
      const sees = may('read', 'Series') || may('manage', 'Procedure');
      if (!sees || !/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/.test(period)) return null;
      const { next, taken, voided } = seriesOf(await context.log.readStream(numberingStream({ ward, kind, period })));
      const numbers = [...new Set([...taken.keys(), ...voided.keys()])].sort((a, b) => a - b);
      return {
        next,
        numbers: numbers.map((number) => ({
          number,
          takenFor: taken.get(number) ?? null,
          voided: voided.get(number) ?? null,
        })),
      };
    },
  },
  Procedure: {
    versions: async (parent: Partial<Procedure>, _, context) =>
      (await historyOf(context.scope, context.db, knownId(parent.id ?? ''))).map(procedureType) as Procedure[],
  },
  Mutation: {
    publishProcedure: async (_, { meta, input }, context) => {
      const { ward, code, validFrom, expectedVersion } = input;
      const procedure = { ward, code: code.trim(), validFrom, expectedVersion, content: contentOf(input) };
      const decide = publishProcedure(procedure, commandEnv(context));
      const { position, result } = await runCommand(context, meta, 'publishProcedure', input, decide);
      const { procedureId, version } = published(result);
      return { position, procedureId, version };
    },
    endProcedure: async (_, { meta, procedureId, reason, occurredOn }, context) => {
      const input = { procedureId: knownId(procedureId), reason, occurredOn };
      return runCommand(context, meta, 'endProcedure', input, endProcedure(input, commandEnv(context)));
    },
    setOneStop: async (_, { meta, ward, settings }, context) => {
      const input = { ward, settings: settingsOf(settings) };
      return runCommand(context, meta, 'setOneStop', input, setOneStop(input, commandEnv(context)));
    },
    confirmCalendarYear: async (_, { meta, ward, year, rows }, context) => {
      const input = {
        ward,
        year,
        rows: rows.map(({ date, type, name, legalBasis }) => ({ date, type, name, legalBasis })),
      };
      return runCommand(context, meta, 'confirmCalendarYear', input, confirmYear(input, commandEnv(context)));
    },
    setWorkingWeek: async (_, { meta, ward, week }, context) => {
      const spans = (all: readonly { from: string; to: string }[]) => all.map(({ from, to }) => ({ from, to }));
      const { saturday } = week;
      const input = {
        ward,
        week: {
          hours: spans(week.hours),
          saturday: saturday ? { hours: spans(saturday.hours), workingDay: saturday.workingDay } : null,
        },
      };
      return runCommand(context, meta, 'setWorkingWeek', input, setWorkingWeek(input, commandEnv(context)));
    },
    startSeries: async (_, { meta, ...input }, context) =>
      runCommand(context, meta, 'startSeries', input, startSeries(input, commandEnv(context))),
    voidNumber: async (_, { meta, ...input }, context) =>
      runCommand(context, meta, 'voidNumber', input, voidNumber(input, commandEnv(context))),
  },
} satisfies Resolvers;

function published(result: unknown): { procedureId: string; version: number } {
  if (typeof result === 'object' && result !== null && 'procedureId' in result && 'version' in result)
    return { procedureId: String(result.procedureId), version: Number(result.version) };
  throw new RejectionError({ code: 'INTERNAL' });
}
