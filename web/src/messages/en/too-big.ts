import type { TooBigMessages } from '#lib/messages.ts';

export const tooBig: TooBigMessages = {
  files: 'The chosen files are larger than 14 MB and were not sent. Go back and choose fewer or smaller ones.',
  form: 'What you sent is too long and was not taken. Use the browser’s back button, where what you typed still stands; make it shorter and send it again.',
  back: 'Back',
};
