import { describe, expect, test } from 'vitest';
import { qrOfPage } from '../../test/support/pdf.ts';
import { qrSvg } from './pdf/qr.ts';
import { pdfOf } from './pdf/render.ts';
import { crc16, purposeOf, vietQr } from './vietqr.ts';

describe('CRC-16/CCITT-FALSE', () => {
  test.each([
    ['123456789', '29B1'],
    ['', 'FFFF'],
    ['A', 'B915'],
    // The two examples of NAPAS's own format: to an account, without and with an amount.
    ['00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304', '9E6F'],
    [
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang6304',
      '2E2E',
    ],
  ])('of %j is %s', (text, crc) => {
    expect(crc16(text)).toBe(crc);
  });
});

describe('a VietQR code', () => {
  test.each([
    // Payloads that other generators publish and banking apps read (subiz/vietqr; momo_qr_pay).
    [
      { bankBin: '970415', accountNumber: '0011001932418' },
      120_000,
      'ủng hộ lũ lụt',
      '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
    ],
    [
      { bankBin: '970416', accountNumber: '257678859' },
      1000,
      'Chuyển tiền',
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
    ],
  ])('to %j over %d đồng for “%s” is the published one', (account, amount, purpose, payload) => {
    expect(vietQr(account, amount, purpose)).toBe(payload);
  });

  test('names the dossier whole, and is read back from paper', async () => {
    const payload = vietQr({ bankBin: '970436', accountNumber: '0071001234567' }, 8000, 'H29.146-261120-0007');
    expect(payload).toContain('62230819H29.146-261120-0007');
    const pdf = await pdfOf({
      sheet: 'A5',
      title: 'QR',
      code: '',
      print: 1,
      at: new Date(0),
      blocks: [{ kind: 'qr', svg: qrSvg(payload), address: payload, size: 40 }],
    });
    expect(await qrOfPage(pdf)).toBe(payload);
  });

  test.each([
    ['Lệ phí ĐĂNG KÝ', 'Le phi DANG KY'],
    ['phí/lệ_phí; "x"\n', 'phi le phi x'],
    ['000.00.01.H29.146.012-261120-00070', '.H29.146.012-261120-00070'],
    ['漢字', ''],
  ])('writes %j as %j', (text, written) => {
    expect(purposeOf(text)).toBe(written);
  });

  test('of nothing leaves the field out', () => {
    expect(vietQr({ bankBin: '970436', accountNumber: '1' }, 1, '漢')).not.toMatch(/VN62/);
  });

  test.each([0, -1, 1.5, Number.NaN, 10_000_000_000_000])('is not made for %d đồng', (amount) => {
    expect(() => vietQr({ bankBin: '970436', accountNumber: '0071001234567' }, amount, 'x')).toThrow(RangeError);
  });
});
