/** Rows a list shows at once. */
export const pageSize = 50;
