import { codeOfUnit } from '@nocgia/schemas/events/common.ts';
import type { BankAccount } from '@nocgia/schemas/events/one-stop.ts';
import type { FeeTransfer, Resolvers } from '@nocgia/schemas/generated/resolvers.ts';
import type { DossierContext } from '../../dossiers/context.ts';
import type { DossierRow } from '../../dossiers/dossier/rows.ts';
import type { DossierParent } from '../../dossiers/dossier/type.ts';
import type { FollowedParent } from '../../dossiers/follow/type.ts';
import { oneStopOf, oneStopStream } from '../../dossiers/one-stop/one-stop.ts';
import { qrSvg } from '../../papers/pdf/qr.ts';
import { purposeOf, vietQr } from '../../papers/vietqr.ts';

/** One request for payment as a transfer: everything that a bank asks for, amount in đồng, and the VietQR code drawn as SVG. */
export function transferOf(
  account: BankAccount,
  { code, requestId, total }: { code: string; requestId: string; total: number },
): FeeTransfer {
  const { bankName, accountNumber, accountName } = account;
  return {
    ...{ requestId, bankName, accountNumber, accountName },
    ...{ amount: total, purpose: purposeOf(code), picture: qrSvg(vietQr(account, total, code)) },
  };
}

/** How what a dossier still owes is paid by transfer, to the account that the desk has today. */
async function transfersOf(
  row: Pick<DossierRow, 'ward' | 'code' | 'fees'> | undefined,
  { log }: Pick<DossierContext, 'log'>,
): Promise<FeeTransfer[]> {
  const open = (row?.fees ?? []).filter(({ receipt, total }) => receipt === null && total > 0);
  if (!row || open.length === 0) return [];
  const settings = oneStopOf(await log.readStream(oneStopStream(codeOfUnit(row.ward))));
  const account = settings?.bankAccount;
  if (!account) return [];
  const code = row.code ?? '';
  return open.map(({ requestId, total }) => transferOf(account, { code, requestId, total }));
}

export const transferResolvers = {
  Dossier: { transfers: ({ entry }: Partial<DossierParent>, _, context) => transfersOf(entry, context) },
  FollowedDossier: { transfers: ({ row }: Partial<FollowedParent>, _, context) => transfersOf(row, context) },
} satisfies Resolvers;
