/** Passwords (and the stems of passwords) of at least ten characters that are tried first, international and Vietnamese; folded. */
export const commonPasswords: ReadonlySet<string> = new Set([
  '1234567890', '12345678910', '123456789a', '0123456789', '0987654321', '1122334455', '1111111111', '0000000000', '9999999999',
  '1q2w3e4r5t', '1qaz2wsx3edc', 'qwertyuiop', 'qwerty12345', 'qwerty123456', 'asdfghjkl1', 'zxcvbnm123', 'abc1234567', 'abcd123456',
  'abcdefghij', 'a123456789', 'aa123456789', 'password12', 'password123', 'password1234', 'passw0rd123', 'p@ssword123', 'p@ssw0rd123',
  'welcome123', 'welcome1234', 'admin12345', 'admin123456', 'administrator', 'letmein123', 'iloveyou12', 'iloveyou123', 'changeme123',
  'matkhau123', 'matkhau1234', 'matkhau12345', 'matkhau123456', 'matkhaumoi', 'matkhaumoi123', 'vietnam123', 'vietnam1234', 'vietnam2024',
  'vietnam2025', 'vietnam2026', 'vietnam1945', 'vietnam1975', 'hochiminh1', 'hochiminh123', 'thanhpho123', 'saigon12345', 'hanoi12345',
  'danang12345', 'anhyeuem123', 'emyeuanh123', 'yeuem12345', 'congan1234', 'congan12345', 'phuong1234', 'phuong12345', 'ubndphuong',
  'ubndphuong1', 'ubndphuong123', 'canbo12345', 'khupho12345', 'totruong123', 'chutich123', 'nocgia1234', 'nocgia12345', 'nocgia2026',
]);
