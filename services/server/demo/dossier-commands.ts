import { dayInVietnam } from '@nocgia/schemas/days.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import type { Party } from '@nocgia/schemas/events/dossier.ts';
import type { ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { systemAuthority } from '../../access/authority.ts';
import type { CommandEnv, Decider } from '../../dossiers/command-env.ts';
import {
  declineDossier,
  extendDossier,
  refuseDossier,
  returnDossier,
  settleDossier,
  stopDossier,
  withdrawDossier,
} from '../../dossiers/dossier/ending.ts';
import { declineRegister } from '../../dossiers/dossier/settlement.ts';
import { dossierOf, dossierStream } from '../../dossiers/dossier/dossier-state.ts';
import { submitDossier, takeIn } from '../../dossiers/dossier/intake.ts';
import { payFees, requestFees, requestPapers, supplyPapers } from '../../dossiers/dossier/waiting.ts';
import { approveDossier, handOnDossier, type Assignment } from '../../dossiers/dossier/work.ts';
import { holds } from '../../dossiers/fee/reckon.ts';
import { procedureIdOf } from '../../dossiers/procedure/procedure.ts';
import { endsOf } from '../../dossiers/follow/second-factor.ts';
import { defaultRating } from '../../dossiers/rating/criteria.ts';
import { rateService } from '../../dossiers/rating/rating.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import type { Act, PlannedDossier } from './dossier-plan.ts';

/** What the demo desk knows when a planned act is done. */
export interface DeskFacts {
  ward: string;
  run: string;
  /** Id of the account that works in a role; absent where there is none. */
  accounts: ReadonlyMap<Role, string>;
  ownerOf(dossier: PlannedDossier): { citizenId: string; party: Party };
  contentOf(code: string): ProcedureContent;
  /** What its form was filled in with. */
  answersOf(dossier: PlannedDossier): Readonly<Record<string, string>>;
}

/** The id that a planned dossier has. */
export function dossierIdOf(run: string, { index }: PlannedDossier): string {
  return derivedId(run, 'dossier', String(index));
}

/** The receipt book in use at an instant: one a month. */
export function bookOf(at: string): string {
  return `DEMO-${dayInVietnam(new Date(at)).slice(0, 7)}`;
}

/** The number of a result that the register goes by; others bear none. */
function numberOf({ index }: PlannedDossier, { settlement }: ProcedureContent, at: string): string | null {
  return settlement === null ? null : `${index + 1}/${dayInVietnam(new Date(at)).slice(0, 4)}`;
}

/** The ordinary command of a planned act, given by the officer of its role at its instant. */
export function dossierCommand(dossier: PlannedDossier, act: Act, facts: DeskFacts): Decider {
  const dossierId = dossierIdOf(facts.run, dossier);
  const { at: now, role } = act;
  let made = 0;
  const env: CommandEnv = {
    may: systemAuthority,
    accountId: (role && facts.accounts.get(role)) ?? null,
    role,
    now,
    today: dayInVietnam(new Date(now)),
    // The first id that taking in asks for is the dossier's.
    newId: () => (act.type === 'take' ? dossierId : derivedId(dossierId, act.type, now, String(made++))),
  };
  const content = facts.contentOf(dossier.code);
  const officerOf = (step: ProcedureContent['steps'][number] | undefined): Assignment | null => {
    const accountId = step && step.roles.length > 0 ? facts.accounts.get(step.roles[0] ?? 'desk') : undefined;
    return accountId === undefined ? null : { accountId, by: 'rule' };
  };
  const { party, citizenId } = facts.ownerOf(dossier);
  const handed = {
    procedureId: procedureIdOf(facts.ward, dossier.code),
    channel: dossier.channel,
    returnBy: dossier.channel === 'post' ? ('post' as const) : ('desk' as const),
    owner: party,
    submitter: null,
    answers: facts.answersOf(dossier),
  };
  if (act.type === 'submit') return submitDossier({ ...handed, dossierId }, env);
  if (act.type === 'rate') {
    const marks = Object.fromEntries(defaultRating.criteria.map(({ key }, n) => [key, act.marks[n] ?? 5]));
    const proof = { kind: 'digits', digits: endsOf([party])[0] ?? '' } as const;
    const answer = { via: 'dossier', counter: null, officer: null, marks, comment: act.comment } as const;
    return rateService({ ...answer, candidates: [dossierId], proof }, env);
  }
  return async (load) => {
    const stream = dossierStream(dossierId);
    const events = (await load([stream])).get(stream) ?? [];
    const state = dossierOf(events);
    const on = { dossierId, expectedVersion: events.length };
    return decide()(load);

    function decide(): Decider {
      switch (act.type) {
        case 'submit':
        case 'rate':
        case 'take': {
          const submission = events.length > 0 ? on : null;
          const papers = content.papers.flatMap(({ key, name, form, copies, required, fromRegister }) =>
            required
              ? [{ key, name, form, copies, source: fromRegister ? ('register' as const) : ('brought' as const) }]
              : [],
          );
          const handOn = act.type === 'take' && act.handOn;
          const assign = handOn ? officerOf(content.steps[1]) : null;
          return takeIn({ ...handed, submission, ownerId: citizenId, papers, receivedAt: null, handOn, assign }, env);
        }
        case 'handOn': {
          const at = content.steps.findIndex(({ key }) => key === state?.step);
          return handOnDossier({ ...on, to: null, note: null, assign: officerOf(content.steps[at + 1]) }, env);
        }
        case 'decline':
          return declineDossier({ ...on, reason: 'Hồ sơ gửi trùng với hồ sơ đã tiếp nhận', legalBasis: null }, env);
        case 'requestPapers': {
          const paper = content.papers.find(({ fromRegister }) => fromRegister === null) ?? content.papers[0];
          const papers = [{ name: paper?.name ?? 'Tờ khai', wrong: 'Bản chụp mờ, đề nghị nộp lại bản rõ' }];
          return requestPapers(
            { ...on, stage: 'appraisal', papers, legalBasis: content.legalBasis?.slice(0, 500) ?? null },
            env,
          );
        }
        case 'supplyPapers':
          return supplyPapers({ ...on, channel: dossier.channel, note: null }, env);
        case 'requestFees': {
          const fee = content.fees.find((one) => holds(one, { day: env.today, channel: dossier.channel }));
          const fees = fee ? [{ feeKey: fee.key, quantity: act.quantity, copies: 1, discountKey: null }] : [];
          return requestFees({ ...on, fees, waits: act.waits }, env);
        }
        case 'payFees': {
          const requestId = state?.fees.find(({ receipt }) => receipt === null)?.requestId ?? '';
          const method = dossier.channel === 'desk' ? 'cash' : 'transfer';
          const receiptBook = bookOf(now);
          return payFees({ ...on, requestId, method, receiptBook, reference: null }, env);
        }
        case 'approve':
          return approveDossier({ ...on, note: null }, env);
        case 'extend':
          return extendDossier({ ...on, dueAt: act.dueAt, cause: 'apology', reason: 'Phải xác minh thêm' }, env);
        case 'settle':
          return settleDossier(
            { ...on, resultNumber: numberOf(dossier, content, now), issuedOn: env.today, fileId: null },
            env,
          );
        case 'return':
          return returnDossier({ ...on, by: handed.returnBy, receivedBy: null, reference: null }, env);
        case 'unregistered':
          return declineRegister({ ...on, reason: 'Đã ghi vào sổ ngay khi đăng ký' }, env);
        case 'withdraw':
          return withdrawDossier({ ...on, reason: 'Không còn nhu cầu' }, env);
        case 'refuse':
          return refuseDossier({ ...on, reason: 'Không đủ điều kiện giải quyết', legalBasis: null }, env);
        case 'stop':
          return stopDossier({ ...on, reason: 'Đã giải quyết ở hồ sơ khác', legalBasis: null }, env);
      }
    }
  };
}
