interface Definition {
  title: string;
  version: string;
  text: string;
  source: string;
}

/** What each figure counts, by the part of its `definition` that does not depend on boundaries and version. */
export const definitions = {
  'population.permanent': {
    title: 'Thường trú',
    version: '2',
    text: 'Người có nơi thường trú trong đơn vị vào cuối ngày đã chọn. Mỗi người đếm một lần; hồ sơ trùng đã hợp nhất là một người, hồ sơ ghi nhầm đã rút lại không đếm.',
    source: 'Luật Cư trú 2020, Điều 2 khoản 8, Điều 20',
  },
  'population.temporary': {
    title: 'Tạm trú',
    version: '2',
    text: 'Người có đăng ký tạm trú còn hạn trong đơn vị vào cuối ngày đã chọn. Hết hạn thì thôi đếm từ ngày sau ngày cuối.',
    source: 'Luật Cư trú 2020, Điều 2 khoản 9, Điều 27',
  },
  'population.present': {
    title: 'Có mặt',
    version: '2',
    text: 'Người thường trú, trừ người đang tạm vắng, cộng người tạm trú có nơi thường trú ở đơn vị khác. Ai vừa thường trú vừa tạm trú trong cùng đơn vị đếm một lần.',
    source: 'Quy tắc của hệ thống',
  },
  absent: {
    title: 'Tạm vắng',
    version: '1',
    text: 'Người thường trú trong đơn vị đã khai báo tạm vắng, từ ngày vắng đến khi trở về hoặc hết ngày cuối đã khai.',
    source: 'Luật Cư trú 2020, Điều 31',
  },
  households: {
    title: 'Hộ',
    version: '1',
    text: 'Hộ có ít nhất một người thường trú hoặc tạm trú trong đơn vị vào ngày ấy, đếm một lần dù có bao nhiêu người.',
    source: 'Quy tắc của hệ thống',
  },
  dwellings: {
    title: 'Nóc gia',
    version: '1',
    text: 'Nóc gia đã ghi nhận trong đơn vị vào ngày ấy, kể cả khi không có người ở.',
    source: 'Quy tắc của hệ thống',
  },
  age: {
    title: 'Tuổi',
    version: '1',
    text: 'Tuổi tròn vào đúng ngày đã chọn. Chỉ biết năm sinh thì tính như sinh ngày 1 tháng 7, chỉ biết tháng thì ngày 15. Ai chưa rõ năm sinh không có trong tháp tuổi.',
    source: 'Quy tắc của hệ thống',
  },
  ethnicity: {
    title: 'Dân tộc',
    version: '1',
    text: 'Những người được đếm theo cách đếm đã chọn, theo dân tộc đã ghi nhận; “chưa rõ” là chưa ghi nhận.',
    source: 'Danh mục các dân tộc Việt Nam (QĐ 121-TCTK/PPCĐ)',
  },
  'policy-status': {
    title: 'Diện chính sách của người',
    version: '1',
    text: 'Những người được đếm có diện chính sách còn hiệu lực vào ngày ấy. Một người có thể thuộc nhiều diện, nên tổng các dòng có thể lớn hơn số người.',
    source: 'Pháp lệnh 02/2020/UBTVQH14; NĐ 20/2021/NĐ-CP; NĐ 176/2025/NĐ-CP',
  },
  'household-status': {
    title: 'Diện chính sách của hộ',
    version: '1',
    text: 'Hộ có người ở trong đơn vị và có diện còn hiệu lực vào ngày ấy.',
    source: 'NĐ 07/2021/NĐ-CP; NĐ 351/2025/NĐ-CP',
  },
  eid: {
    title: 'Định danh điện tử',
    version: '1',
    text: 'Trong số người từ đủ 14 tuổi vào ngày ấy: số người có tài khoản mức độ 2, mức độ 1 và chưa có. Mức có từ ngày cấp đã ghi, nếu không thì từ ngày ghi nhận. Theo hộ: hộ có ít nhất một người mức 2, và hộ mà mọi người từ 14 tuổi đều có mức 2, trên số hộ có người từ 14 tuổi. Theo nhóm, một hộ đếm trong mỗi nhóm mà nó có người, theo những người của nhóm ấy.',
    source: 'NĐ 69/2024/NĐ-CP',
  },
  movement: {
    title: 'Biến động',
    version: '1',
    text: 'Đầu kỳ là số cuối ngày trước kỳ. Mỗi thay đổi nằm ở ngày nó xảy ra, theo nguyên nhân; đầu kỳ cộng các nguyên nhân bằng cuối kỳ. Kỳ trước dài bằng kỳ này và kết thúc ngay trước nó.',
    source: 'Quy tắc của hệ thống',
  },
  known: {
    title: 'Biết đến khi nào',
    version: '1',
    text: 'Con số chỉ dựa vào những gì đã ghi đến một vị trí của nhật ký, hoặc đến hết một ngày. Cùng câu hỏi với cùng vị trí luôn cho cùng con số.',
    source: 'Quy tắc của hệ thống',
  },
  boundaries: {
    title: 'Địa giới',
    version: '1',
    text: '“Của ngày ấy”: người ở trong đơn vị theo địa giới của ngày đã chọn. “Của hôm nay”: ai ngày ấy sống ở nơi nay thuộc đơn vị.',
    source: 'Quy tắc của hệ thống',
  },
} satisfies Record<string, Definition>;
