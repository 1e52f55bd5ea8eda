export const search = {
  title: 'Tìm kiếm',
  results: (n: number, text: string) => `${n} kết quả cho “${text}”`,
  more: 'Còn nhiều kết quả nữa. Hãy thêm chữ: tên đệm, đường, hoặc các số cuối của số định danh.',
  start: 'Nhập tên, số định danh, điện thoại hoặc địa chỉ.',
  none: (text: string) => `Không thấy ai khớp với “${text}” trong phạm vi của bạn.`,
  noneHint: 'Thử ít chữ hơn, bỏ dấu, hoặc tìm theo địa chỉ.',
  died: 'đã mất',
};
