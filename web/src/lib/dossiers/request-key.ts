/** Key of the answer in which the owner says in their own words what they ask for. */
export const requestKey = 'noi_dung';
