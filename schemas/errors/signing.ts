import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of signing results and of notices by mail. */
export const signingErrors = {
  SIGNING_PASSPHRASE: {
    kind: 'bad-input',
    vi: 'Mật khẩu của tệp chứng thư số không đúng.',
    en: 'The passphrase of the certificate file is not right.',
  },
  SIGNING_FILE: {
    kind: 'bad-input',
    vi: 'Tệp này không phải chứng thư số có khóa bí mật (.p12, .pfx), hoặc đã hỏng.',
    en: 'This file is no certificate with its private key (.p12, .pfx), or it is damaged.',
  },
  SIGNING_NO_KEY: {
    kind: 'rejection',
    vi: 'Bạn chưa có tệp chứng thư số. Hãy tải lên một lần ở trang Tài khoản, rồi ký lại.',
    en: 'You have no certificate file here. Upload it once on the Account page, then sign again.',
  },
  SIGNING_NO_SERVICE: {
    kind: 'rejection',
    vi: 'Chưa cấu hình dịch vụ ký số. Hãy ký bằng tệp chứng thư số, hoặc báo quản trị viên.',
    en: 'No signing service is configured. Sign with a certificate file, or tell the administrator.',
  },
  SIGNING_HOLDER_UNKNOWN: {
    kind: 'rejection',
    vi: 'Dịch vụ ký số không có chứng thư của bạn. Hãy báo quản trị viên đăng ký tên đăng nhập của bạn với dịch vụ.',
    en: 'The signing service has no certificate of yours. Have the administrator register your user name with it.',
  },
  SIGNING_REFUSED: {
    kind: 'rejection',
    vi: 'Dịch vụ ký số từ chối yêu cầu này. Chưa ký gì cả; hãy kiểm tra chứng thư với nhà cung cấp rồi yêu cầu ký lại.',
    en: 'The signing service refused this request. Nothing was signed; check the certificate with its provider, then ask again.',
  },
  SIGNING_UNCONFIRMED: {
    kind: 'busy',
    vi: 'Dịch vụ ký số đang chờ bạn xác nhận trên điện thoại.',
    en: 'The signing service waits for your confirmation on your phone.',
  },
  SIGNING_GIVEN_UP: {
    kind: 'rejection',
    vi: 'Đã thử ký nhiều lần mà dịch vụ ký số không trả lời, nên thôi thử. Hãy yêu cầu ký lại.',
    en: 'The signing service did not answer after many tries, so it is tried no more. Ask for the signature again.',
  },
  SIGNING_UNKNOWN: {
    kind: 'not-found',
    vi: 'Không có yêu cầu ký này, hoặc đã xong.',
    en: 'There is no such request for a signature, or it is over.',
  },
  SIGNING_ASKED: {
    kind: 'rejection',
    vi: 'Tệp này đang chờ ký. Hãy đợi, hoặc hủy yêu cầu đang chờ trước.',
    en: 'This file is waiting to be signed. Wait, or cancel that request first.',
  },
  SIGNING_STEP: {
    kind: 'rejection',
    vi: 'Chỉ ký số kết quả ở bước phê duyệt hoặc bước ký.',
    en: 'A result is signed at the step of approval or of signing.',
  },
  FILE_SIGNED: {
    kind: 'rejection',
    vi: 'Tệp này đã có bản ký số. Hãy chọn bản đã ký.',
    en: 'There is a signed copy of this file. Choose that one.',
  },
  FILE_NOT_PDF: {
    kind: 'bad-input',
    vi: 'Chỉ ký số được tệp PDF. Hãy đính kèm kết quả ở dạng PDF.',
    en: 'Only a PDF can be signed. Attach the result as a PDF.',
  },
  CERTIFICATE_EXPIRED: {
    kind: 'rejection',
    vi: 'Chứng thư số đã hết hạn ngày {day}. Hãy gia hạn với tổ chức cấp rồi ký lại.',
    en: 'The certificate expired on {day}. Have its authority renew it, then sign again.',
  },
  CERTIFICATE_NOT_YET: {
    kind: 'rejection',
    vi: 'Chứng thư số chỉ có hiệu lực từ ngày {day}.',
    en: 'The certificate is valid from {day} only.',
  },
  CERTIFICATE_KEY: {
    kind: 'rejection',
    vi: 'Chứng thư số dùng loại khóa không ký được văn bản này; cần khóa RSA hoặc ECDSA.',
    en: 'The key of this certificate is of a kind that does not sign; RSA or ECDSA is needed.',
  },
  CERTIFICATE_OF_ANOTHER: {
    kind: 'rejection',
    vi: 'Chứng thư số này mang tên người khác với tài khoản của bạn. Nếu tên tài khoản ghi sai, hãy nhờ quản trị viên sửa.',
    en: 'This certificate bears another name than your account. If the account’s name is wrong, have the administrator correct it.',
  },
  SIGNING_AWAY: {
    kind: 'busy',
    vi: 'Dịch vụ ký số không trả lời. Chưa ký gì cả, văn bản vẫn nguyên; hãy thử lại sau ít phút.',
    en: 'The signing service does not answer. Nothing was signed and nothing is lost; try again in a few minutes.',
  },
  PDF_UNREADABLE: {
    kind: 'bad-input',
    vi: 'Tệp PDF này đã hỏng hoặc có mật khẩu nên không ký được.',
    en: 'This PDF is damaged or has a password, so it cannot be signed.',
  },
  MAIL_AWAY: {
    kind: 'busy',
    vi: 'Máy chủ thư không trả lời. Thư được giữ lại và gửi sau.',
    en: 'The mail server does not answer. The letter is kept and sent later.',
  },
  MAIL_REFUSED: {
    kind: 'rejection',
    vi: 'Máy chủ thư từ chối địa chỉ nhận hoặc nội dung. Hãy kiểm tra lại địa chỉ thư với người nộp.',
    en: 'The mail server refused the address or the letter. Check the address with the person.',
  },
  MAIL_GIVEN_UP: {
    kind: 'rejection',
    vi: 'Đã thử gửi nhiều ngày không được, nên thôi thử. Hãy báo cho người nộp bằng cách khác.',
    en: 'It could not be sent for days and is tried no more. Tell the person in another way.',
  },
  MAIL_NO_ADDRESS: {
    kind: 'rejection',
    vi: 'Người nộp không để lại địa chỉ thư điện tử.',
    en: 'The person left no e-mail address.',
  },
} as const satisfies Record<string, ErrorEntry>;
