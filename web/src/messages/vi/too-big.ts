export const tooBig = {
  files: 'Các tệp đã chọn lớn hơn 14 MB, chưa gửi được. Hãy quay lại, chọn ít tệp hơn hoặc tệp nhỏ hơn.',
  form: 'Điều bạn gửi quá dài, chưa gửi được. Hãy dùng nút lùi của trình duyệt, điều bạn nhập còn ở đó; rút ngắn rồi gửi lại.',
  back: 'Quay lại',
};
