import { Readable } from 'node:stream';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { systemAuthority } from '@nocgia/services/access/authority.ts';
import type { CommandEnv } from '@nocgia/services/dossiers/command-env.ts';
import { addFile } from '@nocgia/services/dossiers/dossier/files.ts';
import { takeIn, type TakeIn } from '@nocgia/services/dossiers/dossier/intake.ts';
import { settleFile, storeFile } from '@nocgia/services/dossiers/file/store.ts';
import { pdfOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import { printPaper } from '@nocgia/services/dossiers/dossier/printing.ts';
import { setOneStop } from '@nocgia/services/dossiers/one-stop/one-stop.ts';
import { procedureIdOf, publishProcedure } from '@nocgia/services/dossiers/procedure/procedure.ts';
import { content, settings } from '@nocgia/services/dossiers/testing/scene.ts';
import { accept } from '@nocgia/services/event-store/deciding.ts';
import { ratingStream } from '@nocgia/services/dossiers/rating/rating.ts';
import { dispatch, type Decided, type LoadStreams } from '@nocgia/services/event-store/dispatcher.ts';
import { dossierFileDeps } from '@nocgia/services/server/dossier-files.ts';
import { v7 as uuidv7 } from 'uuid';
import type { TestServer } from '../support/server.ts';
import { unknownId, type Asked, type MutationCase, type QueryCase } from './cases.ts';
import type { Marker } from './person.ts';
import { signingMutations, signingQueries } from './signing.ts';
import { publishDeaths, settleDeath, settlingMutations, settlingQueries } from './settling.ts';
import type { Place } from './world.ts';

const CODE = '1.004873';

/** Opens the desk of every ward and takes one dossier in for every place, with texts that stand nowhere else. */
export async function takeDossiersIn(server: TestServer, places: readonly Place[]): Promise<void> {
  const { platform } = server;
  const now = platform.now().toISOString();
  const today = new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
  const env: CommandEnv = { may: systemAuthority, accountId: null, role: 'leader', now, today, newId: uuidv7 };
  const run = async (
    name: string,
    decide: (load: LoadStreams) => Promise<Decided>,
  ): Promise<Record<string, string>> => {
    const context = { actor: 'system', correlation: 'world' };
    const outcome = await dispatch(platform.log, { commandId: uuidv7(), name, payload: uuidv7(), context }, decide);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.rejection.code} ${outcome.rejection.field ?? ''}`);
    return (outcome.result ?? {}) as Record<string, string>;
  };
  for (const ward of new Set(places.map((place) => place.ward))) {
    await run('setOneStop', setOneStop({ ward, settings }, env));
    const publish = { ward, code: CODE, validFrom: '2025-07-01', content, expectedVersion: 0 };
    await run('publishProcedure', publishProcedure(publish, env));
    await publishDeaths(ward, env, run);
  }
  for (const place of places) {
    const procedureId = procedureIdOf(place.ward, CODE);
    const word = place.street.slice('Duong'.length);
    const digit = place.ward === '27232' ? '8' : String(places.indexOf(place) + 1);
    const owner = {
      kind: 'citizen',
      name: `Nguoinop${word} Hoso${word}`,
      nationalId: `08019${digit}444${digit}2${digit}`,
      birth: null,
      phone: `0977${digit}4${digit}55${digit}`,
      email: `nop.${word}@thu.example`,
      address: `Noio${word} ngo ${word}`,
    } as const;
    const answers = { muc_dich: `mucdich${word}` };
    const handedIn: TakeIn = {
      ...{ procedureId, channel: 'desk', returnBy: 'desk', owner, submitter: null, answers, submission: null },
      ...{ ownerId: place.headId, papers: [], receivedAt: null, handOn: false, assign: null },
    };
    const taken = await run('takeIn', takeIn(handedIn, env));
    place.procedureId = procedureId;
    place.dossierId = taken.dossierId ?? '';
    place.dossierCode = taken.code ?? '';
    const inFile = `banquet${word}`;
    const of = { dossierId: place.dossierId, fileId: uuidv7() };
    const deps = dossierFileDeps(platform);
    const stored = await storeFile(deps, of, Readable.from([pdfOf(inFile)]));
    const file = {
      ...of,
      ...stored,
      expectedVersion: 1,
      paper: null,
      name: `tep${word}.pdf`,
      from: 'officer',
    } as const;
    await run('addFile', addFile(file, env));
    await settleFile(deps.disk, of);
    place.fileId = of.fileId;
    const slip = { dossierId: place.dossierId, form: 'm01', requestId: null } as const;
    const comment = `ykien${word}`;
    const rated = { via: 'desk', counter: '1', officer: null, marks: { chung: 5 }, comment } as const;
    const answered = { ...of, ward: place.ward, matter: 'civil_status', procedureId, ...rated, occurredAt: now };
    const { fileId: _, ...answer } = answered;
    const write = {
      stream: ratingStream(place.dossierId),
      expected: 'none',
      events: [{ type: 'ServiceRated', data: answer }],
    } as const;
    await run('rateService', () => Promise.resolve(accept([{ ...write, events: [...write.events] }])));
    place.paperId = (await run('printPaper', printPaper(slip, env))).paperId ?? '';
    const contact = [owner.phone, owner.email].map((text): Marker => ({ text, group: 'dossierContact' }));
    const address: Marker = { text: owner.address, group: 'dossierAddress' };
    const rest = [owner.name, ...owner.name.split(' '), owner.nationalId, answers.muc_dich, inFile, file.name];
    place.markers = [
      ...place.markers,
      ...contact,
      address,
      { text: comment, group: 'dossierRating' },
      ...rest.map((text): Marker => ({ text, group: 'dossier' })),
    ];
    await settleDeath(place, handedIn, env, run);
  }
}

const none: readonly Role[] = [];
const clerks = ['desk', 'civil_status', 'leader'] as const satisfies readonly Role[];
const named = ({ place }: Asked): string => place.markers.find(({ group }) => group === 'dossier')?.text ?? '';

/** Every query about procedures and dossiers. */
export const dossierQueries: Record<string, QueryCase> = {
  ...signingQueries,
  ...settlingQueries,
  procedures: {
    ask: ({ place }) => [{ ward: place.ward }, { ward: place.ward, text: 'hon nhan' }, { ward: 'x' }],
    shows: none,
  },
  procedure: { ask: ({ place }) => [{ id: place.procedureId }, { id: unknownId }, { id: `' or 1=1` }], shows: none },
  oneStop: { ask: ({ place }) => [{ ward: place.ward }, { ward: '79' }, { ward: 'x' }], shows: none },
  proposedCalendar: { ask: () => [{ year: 2026 }, { year: -5 }], shows: none },
  series: {
    ask: ({ place, world }) => [
      { ward: place.ward, kind: 'dossier', period: world.today.replaceAll('-', '') },
      { ward: place.ward, kind: 'receipt', period: `' or` },
    ],
    shows: none,
  },
  dossier: {
    ask: ({ place }) => [{ id: place.dossierId }, { id: unknownId }, { id: 'x' }],
    shows: clerks,
  },
  dossierByCode: {
    ask: ({ place }) => [{ code: place.dossierCode }, { code: `' or 1=1` }],
    shows: clerks,
  },
  dossiers: {
    ask: (asked) => [
      { drawer: 'open' },
      { drawer: 'open', text: named(asked) },
      { drawer: 'incoming' },
      { drawer: 'ready' },
      { drawer: 'over' },
      { drawer: 'awaiting' },
      { drawer: 'to_write' },
    ],
    shows: clerks,
  },
  dossierRegister: {
    ask: ({ place, world }) => [
      { ward: place.ward, from: '2025-01-01', to: world.today },
      { ward: place.ward, from: world.today, to: '2020-01-01', after: 'x' },
      { ward: `' or`, from: world.today, to: world.today },
    ],
    shows: clerks,
  },
  satisfaction: {
    ask: ({ place, world }) => [
      { ward: place.ward, period: '2025-07' },
      { ward: place.ward, period: world.today.slice(0, 4) },
      { ward: `' or`, period: 'x' },
    ],
    shows: none,
  },
  ratingAnswers: {
    ask: ({ place, world }) => [
      { ward: place.ward, period: world.today.slice(0, 4), of: 'ward' },
      { ward: place.ward, period: world.today.slice(0, 4), of: 'procedure', subject: place.procedureId },
    ],
    shows: ['leader'],
  },
  dossierCounts: { ask: () => [{}], shows: none },
  likelySameDossiers: {
    ask: ({ place }) => {
      const nationalId = place.markers.find(({ group, text }) => group === 'dossier' && /^\d{12}$/.test(text))?.text;
      return [{ procedureId: place.procedureId, nationalId }, { procedureId: unknownId }];
    },
    shows: clerks,
  },
  dossierAssignees: {
    ask: ({ place }) => [{ dossierId: place.dossierId, step: 'tiep_nhan' }],
    shows: ['desk', 'leader'],
  },
  dossierOfficers: { ask: () => [{}], shows: ['desk', 'leader'] },
};

const meta = () => ({ commandId: uuidv7() });
const on = ({ place }: Asked) => ({ meta: meta(), on: { dossierId: place.dossierId, expectedVersion: 2 } });
const planners = ['leader', 'administrator'] as const satisfies readonly Role[];
const day = '2026-01-05';
const written = { reason: 'thử', legalBasis: null };

/**
 * Every mutation about procedures and dossiers. Where a rule of the process stands against one that is allowed (it is not the officer's
 * step, the state is another), it counts as hindered: that it is refused to all others is what is asked here.
 */
export const dossierMutations: Record<string, MutationCase> = {
  ...settlingMutations,
  noteNationalCode: {
    ask: (asked) => ({ ...on(asked), nationalCode: 'H15.50.05.13-261008-0975' }),
    allowed: clerks,
    hindered: true,
  },
  assignDossier: { ask: (asked) => ({ ...on(asked), accountId: null }), allowed: clerks, hindered: true },
  workOnDossiers: {
    ask: (asked) => ({ meta: meta(), on: [on(asked).on], act: 'assign', accountId: null }),
    allowed: clerks,
    hindered: true,
  },
  handOnDossier: { ask: (asked) => ({ ...on(asked), to: 'tham_dinh' }), allowed: clerks, hindered: true },
  approveDossier: { ask: on, allowed: clerks, hindered: true },
  requestPapers: {
    ask: (asked) => ({ ...on(asked), stage: 'intake', papers: [{ name: 'Tờ khai', wrong: 'thiếu' }] }),
    allowed: clerks,
    hindered: true,
  },
  supplyPapers: { ask: (asked) => ({ ...on(asked), channel: 'desk' }), allowed: clerks, hindered: true },
  requestFees: {
    ask: (asked) => ({ ...on(asked), fees: [{ feeKey: 'le_phi', quantity: 1, copies: 1 }], waits: false }),
    allowed: clerks,
    hindered: true,
  },
  payFees: {
    ask: (asked) => ({ ...on(asked), requestId: unknownId, method: 'cash', receiptBook: 'BL-1' }),
    allowed: clerks,
    hindered: true,
  },
  voidPayment: {
    ask: (asked) => ({ ...on(asked), requestId: unknownId, reason: 'thử' }),
    allowed: clerks,
    hindered: true,
  },
  withdrawFees: {
    ask: (asked) => ({ ...on(asked), requestId: unknownId, reason: 'thử' }),
    allowed: clerks,
    hindered: true,
  },
  extendDossier: {
    ask: (asked) => ({ ...on(asked), dueOn: '2099-01-05', cause: 'apology', reason: 'thử' }),
    allowed: clerks,
    hindered: true,
  },
  declineDossier: { ask: (asked) => ({ ...on(asked), ...written }), allowed: clerks, hindered: true },
  stopDossier: { ask: (asked) => ({ ...on(asked), ...written }), allowed: clerks, hindered: true },
  refuseDossier: { ask: (asked) => ({ ...on(asked), ...written }), allowed: clerks, hindered: true },
  withdrawDossier: { ask: (asked) => ({ ...on(asked), reason: 'thử' }), allowed: clerks, hindered: true },
  settleDossier: { ask: on, allowed: clerks, hindered: true },
  reopenDossier: { ask: (asked) => ({ ...on(asked), reason: 'thử' }), allowed: clerks, hindered: true },
  returnDossier: { ask: (asked) => ({ ...on(asked), by: 'desk' }), allowed: clerks, hindered: true },
  ...signingMutations,
  setDossierFileAside: {
    ask: (asked) => ({ ...on(asked), fileId: unknownId, reason: 'thử' }),
    allowed: clerks,
    hindered: true,
  },
  takeInDossier: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        procedureId: place.procedureId,
        ...{ channel: 'desk', returnBy: 'desk', owner: { kind: 'citizen', name: 'Thử' }, answers: [], papers: [] },
        handOn: false,
      },
    }),
    allowed: ['desk', 'leader'],
  },
  voidNumber: {
    ask: ({ place, world }) => ({
      ...{ meta: meta(), ward: place.ward, kind: 'dossier', period: world.today.replaceAll('-', '') },
      ...{ number: 1, reason: 'thử' },
    }),
    allowed: ['desk', 'leader'],
    hindered: true,
  },
  startSeries: {
    ask: ({ place }) => ({ meta: meta(), ward: place.ward, kind: 'receipt', period: 'BL-2', at: 5 }),
    allowed: planners,
    hindered: true,
  },
  setRatingCriteria: {
    ask: ({ place }) => ({
      meta: meta(),
      ward: place.ward,
      settings: { criteria: [{ key: 'chung', vi: 'Chung', en: 'Whole' }], days: 30, rankFrom: 30 },
    }),
    allowed: planners,
    hindered: true,
  },
  setOneStop: {
    ask: ({ place }) => ({
      meta: meta(),
      ward: place.ward,
      settings: {
        ...{ agencyCode: 'H29.147', deskName: 'Một cửa', papersPause: 'shift', feesPause: 'shift', assignment: 'none' },
      },
    }),
    allowed: planners,
    hindered: true,
  },
  confirmCalendarYear: {
    ask: ({ place }) => ({ meta: meta(), ward: place.ward, year: 2026, rows: [] }),
    allowed: planners,
    hindered: true,
  },
  setWorkingWeek: {
    ask: ({ place }) => ({
      meta: meta(),
      ward: place.ward,
      week: { hours: [{ from: '08:00', to: '12:00' }] },
    }),
    allowed: planners,
    hindered: true,
  },
  publishProcedure: {
    ask: ({ place }) => ({
      meta: meta(),
      input: {
        ...{ ward: place.ward, code: `X-${uuidv7().slice(-6)}`, validFrom: day, expectedVersion: 0, name: 'Thử' },
        ...{ matter: 'other', fieldName: 'Thử', onlineLevel: 'none', proactiveLevel: 0, cutoff: false, fees: [] },
        ...{ papers: [], onTheSpot: false, competence: 'ward' },
        steps: [{ key: 'a', name: 'Tiếp nhận', kind: 'take', roles: ['desk'] }],
      },
    }),
    allowed: planners,
    hindered: true,
  },
  endProcedure: {
    ask: ({ place }) => ({ meta: meta(), procedureId: place.procedureId, reason: 'thử', occurredOn: day }),
    allowed: planners,
    hindered: true,
  },
};
