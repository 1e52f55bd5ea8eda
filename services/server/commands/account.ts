import { role as roles } from '@nocgia/schemas/events/account.ts';
import { errorText, type Rejection } from '@nocgia/schemas/errors.ts';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { isDay } from '@nocgia/schemas/events/common.ts';
import { usernameClaim, issueOneTimePassword, foldUsername } from '../../access/sign-in/credentials.ts';
import { oneTimePassword } from '../../access/sign-in/password.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { openFirstAccount } from '../setup.ts';
import { exit, optional, required, UsageError, type CliCommand } from './command.ts';
import { print } from './terminal.ts';
import { withPlatform } from './with-platform.ts';

function refused(rejection: Rejection): number {
  process.stderr.write(`${errorText('vi', rejection)}\n${errorText('en', rejection)}\n`);
  return exit.failed;
}

/** Opens an account from the terminal, for the case that nobody with the right to do so can sign in. */
export const accountCreate: CliCommand = {
  words: 'account create',
  usage: '--username NAME --name "HỌ TÊN" --role ROLE --unit CODE [--from DAY] [--json]',
  summary: 'Mở tài khoản / open an account',
  details: `--role: ${roles.options.join(', ')}\n--unit: mã phường, khu phố hoặc thành phố / code of the ward, neighbourhood or city\nIn ra mật khẩu dùng một lần / prints a one-time password.`,
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run({ values }) {
    const role = v.safeParse(roles, required(values, 'role'));
    if (!role.success) throw new UsageError(`--role: ${roles.options.join(', ')}`);
    const from = optional(values, 'from');
    if (from !== undefined && !isDay(from)) throw new UsageError('--from: YYYY-MM-DD');
    const username = required(values, 'username');
    const displayName = required(values, 'name');
    const unit = required(values, 'unit');
    return withPlatform(async (platform) => {
      const run = uuidv7();
      const password = oneTimePassword();
      const position = {
        role: role.output,
        unit,
        title: null,
        from: from ?? dayInVietnam(platform.now()),
        until: null,
      };
      const source = { kind: 'form', id: run } as const;
      const opened = await openFirstAccount(platform, {
        username,
        displayName,
        password,
        mustChange: true,
        position,
        run,
        source,
      });
      if (!opened.ok) return refused(opened.rejection);
      print({ accountId: opened.accountId, username: foldUsername(username), password }, values.json === true);
      return exit.ok;
    });
  },
};

/** A new one-time password, which ends every session of the account. */
export const accountResetPassword: CliCommand = {
  words: 'account reset-password',
  usage: '--username NAME [--json]',
  summary: 'Cấp lại mật khẩu / give a new password',
  details:
    'In ra mật khẩu dùng một lần; mọi phiên đăng nhập của tài khoản kết thúc / prints a one-time password; every session of the account ends.',
  options: { username: { type: 'string' }, json: { type: 'boolean' } },
  positionals: [0, 0],
  async run({ values }) {
    const username = required(values, 'username');
    return withPlatform(async (platform) => {
      const usernameHash = platform.claimHash(usernameClaim(username));
      const { rows } = await platform.appPool.query<{ id: string }>(
        'select account_id as id from app.credentials where username_hash = $1',
        [usernameHash],
      );
      const account = rows[0];
      if (!account) return refused({ code: 'NOT_FOUND' });
      const password = await issueOneTimePassword(platform.appPool, { id: account.id, usernameHash }, platform.now());
      print({ accountId: account.id, username: foldUsername(username), password }, values.json === true);
      return exit.ok;
    });
  },
};
