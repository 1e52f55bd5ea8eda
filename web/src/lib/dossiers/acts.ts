import type { DossierPageQuery, Role } from '#lib/api/generated.ts';

export type ShownDossier = NonNullable<DossierPageQuery['dossier']>;

/** A paper that can be printed, with the id of the command that prints it once. */
export type Printing = ShownDossier['printable'][number] & { commandId: string };

/** What can be done with a dossier, each a form of its own, in the order in which the page offers them. */
export const actNames = [
  'take',
  'approve',
  'sign',
  'settle',
  'register',
  'return',
  'hand-on',
  'supply-papers',
  'pay',
  'request-papers',
  'request-fees',
  'send-back',
  'assign',
  'extend',
  'decline',
  'refuse',
  'stop',
  'withdraw',
  'unregistered',
  'reopen',
  'national-code',
  'void',
  'withdraw-fees',
  'set-aside',
] as const;
export type ActName = (typeof actNames)[number];

export function isAct(name: string): name is ActName {
  return actNames.some((one) => one === name);
}

/** Who looks at the page: role and account of their position; `writes`: whether it may change dossiers at all. */
export interface Actor {
  role: Role | null;
  accountId: string;
  writes: boolean;
}

/** Whether a step is the reader's: by a role of it, or as leader. */
export function isTheirs(step: { roles: readonly Role[] } | null | undefined, role: Role | null): boolean {
  return step !== null && step !== undefined && role !== null && (role === 'leader' || step.roles.includes(role));
}

/** The steps before the one where it lies, and the one after it. */
export function stepsAround({ procedure, step }: ShownDossier) {
  const at = procedure.steps.findIndex(({ key }) => key === step?.key);
  return { before: at > 0 ? procedure.steps.slice(0, at) : [], next: at < 0 ? undefined : procedure.steps[at + 1] };
}

/** The PDFs of a dossier that have no signed copy and are none themselves. */
export function toSign({ files }: ShownDossier): ShownDossier['files'] {
  const copies = files.map(({ signedAs }) => signedAs);
  return files.filter(
    ({ fileId, mediaType, setAside, signedAs }) =>
      mediaType === 'application/pdf' && !setAside && signedAs === null && !copies.includes(fileId),
  );
}

/** The newest signed copy: what a dossier is settled with. */
export function signedCopy({ files }: ShownDossier): string | null {
  const copies = files.map(({ signedAs }) => signedAs);
  return files.findLast(({ fileId, setAside }) => !setAside && copies.includes(fileId))?.fileId ?? null;
}

/** What the page offers in this state and step to this reader; the server decides again when it is done. */
export function actsOf(dossier: ShownDossier, { role, accountId, writes }: Actor): ActName[] {
  if (!writes) return [];
  const { status, step } = dossier;
  const moving = status === 'accepted' || status === 'processing';
  const open = moving || status === 'awaiting_papers' || status === 'awaiting_fees';
  const theirs = isTheirs(step, role);
  const { before, next } = stepsAround(dossier);
  const toApprove = dossier.procedure.steps.some(({ kind }) => kind === 'approve');
  const signs = step?.kind === 'approve' || step?.kind === 'sign';
  const held = dossier.assignee?.accountId ?? null;
  const mayPay = open || status === 'settled';
  const offered: Record<ActName, boolean> = {
    take: status === 'submitted' && isTheirs(dossier.procedure.steps[0], role),
    decline: status === 'submitted',
    approve: moving && theirs && step?.kind === 'approve' && !dossier.approved,
    sign: (moving || status === 'settled') && theirs && signs && toSign(dossier).length > 0,
    settle: status === 'processing' && theirs && (!toApprove || dossier.approved),
    return: status === 'settled' && dossier.fees.every(({ receipt }) => receipt !== null),
    'hand-on': moving && theirs && next !== undefined,
    'send-back': moving && theirs && before.length > 0,
    'supply-papers': status === 'awaiting_papers',
    pay: mayPay && dossier.fees.some(({ receipt }) => receipt === null),
    'request-papers': moving && theirs,
    'request-fees': mayPay && dossier.procedure.fees.length > 0,
    assign: open && (role === 'leader' || role === 'desk' || held === accountId || (held === null && theirs)),
    extend: open && dossier.dueOn !== null,
    refuse: open,
    stop: open,
    withdraw: open || status === 'submitted',
    reopen: status === 'settled' && role === 'leader' && dossier.written.length === 0,
    register: dossier.register?.mayWrite ?? false,
    unregistered: dossier.register?.state === 'pending' && dossier.register.mayWrite,
    'national-code': true,
    void: mayPay && dossier.fees.some(({ receipt }) => receipt !== null),
    'withdraw-fees': mayPay && dossier.fees.some(({ receipt }) => receipt === null),
    'set-aside': mayPay && dossier.files.some(({ setAside }) => !setAside),
  };
  return actNames.filter((name) => offered[name]);
}

/** The acts that carry a dossier on to its end, as against those for what is out of the common run. */
const leading: readonly ActName[] = [
  'take',
  'register',
  'approve',
  'sign',
  'settle',
  'return',
  'hand-on',
  'supply-papers',
  'pay',
  'request-papers',
];
export function isLeading(act: ActName): boolean {
  return leading.includes(act);
}
